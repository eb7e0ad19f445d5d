import { screen } from '@testing-library/react';
import { ProblemError, type Me } from '@tingting/sdk';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startI18n } from '@/i18n/i18n';
import { loadWords } from '@/i18n/lateWords';
import { fakeClient } from '@/testing/fakeClient';
import { recoveryCodes, rightPassword } from '@/testing/fakeSecurity';
import { render } from '@/testing/render';
import { me } from '@/testing/samples';
import { Security } from './Security';

beforeAll(async () => {
  await startI18n('en');
  await loadWords('security');
});

async function security(told: Partial<Me> = {}) {
  const client = fakeClient({ me: me(told) });
  const { user } = await render(<Security backTo="/" />, { client });
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  return { client, user, press };
}

describe('two-step verification', () => {
  it('is set up with the password, shows its recovery codes, and is on when a code came back', async () => {
    const { user, press } = await security();
    await press('Set up');
    const password = screen.getByLabelText('Your password');
    expect(password).toHaveFocus();
    await user.type(password, 'not it{Enter}');
    expect(password).toHaveAccessibleDescription('This is not your password.');
    await user.clear(password);
    await user.type(password, `${rightPassword}{Enter}`);

    const codes = await screen.findByRole('list', { name: 'Recovery codes' });
    expect(codes).toHaveTextContent(recoveryCodes.join(''));
    await press('Copy');
    expect(await navigator.clipboard.readText()).toBe(recoveryCodes.join('\n'));
    expect(screen.getByRole('link', { name: 'Download' })).toHaveAttribute(
      'href',
      expect.stringContaining(recoveryCodes.join('%0A')),
    );
    await press('I have kept them');

    expect(await screen.findByRole('img', { name: /QR code/ })).toBeVisible();
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeVisible();
    const code = screen.getByLabelText('Code from the app');
    await user.type(code, '000000{Enter}');
    expect(code).toHaveAccessibleDescription(/wrong or has expired/);
    await user.clear(code);
    await user.type(code, '123456{Enter}');
    expect(await screen.findByText('Two-step verification is on.')).toBeVisible();
    expect(await screen.findByText('4 recovery codes are left.')).toBeVisible();
  });

  it('takes no password from who has none, but a sign-in of a moment ago', async () => {
    const { client, user, press } = await security({ has_password: false });
    const stale = new ProblemError({ code: 'invalid_request', detail: '', retryable: false });
    vi.spyOn(client.api.auth, 'beginSecondFactor').mockRejectedValueOnce(stale);
    await press('Set up');
    await press('Next');
    expect(await screen.findByRole('alert')).toHaveTextContent(/Sign out and in again/);
    await press('Next');
    await press('I have kept them');
    await user.type(await screen.findByLabelText('Code from the app'), '123456{Enter}');

    await press('Switch off');
    await user.type(screen.getByLabelText('Code or recovery code'), '123456{Enter}');
    expect(await screen.findByText('Two-step verification is off.')).toBeVisible();
  });

  it('is switched off with the password or a code', async () => {
    const { user, press } = await security();
    await press('Set up');
    await user.type(screen.getByLabelText('Your password'), `${rightPassword}{Enter}`);
    await press('I have kept them');
    await user.type(await screen.findByLabelText('Code from the app'), '123456{Enter}');

    await press('Switch off');
    await user.click(screen.getByRole('radio', { name: 'Code' }));
    const code = screen.getByLabelText('Code or recovery code');
    await user.type(code, '000000{Enter}');
    expect(code).toHaveAccessibleDescription(/wrong, or was used before/);
    await user.clear(code);
    await user.type(code, '123456{Enter}');
    expect(await screen.findByText('Two-step verification is off.')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Set up' })).toBeVisible();
  });
});
