import { screen } from '@testing-library/react';
import { ProblemError } from '@tingting/sdk';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startI18n } from '@/i18n/i18n';
import { loadWords } from '@/i18n/lateWords';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me } from '@/testing/samples';
import { Account } from './Account';

beforeAll(async () => {
  await startI18n('en');
  await loadWords('oauth');
});

const google = { provider: 'google', name: 'Google' };
const link = { ...google, label: 'an@gmail.example', created_at: '2026-01-01T00:00:00.000Z' };

async function account(linked: boolean, address = '/app/settings/account') {
  const client = fakeClient({
    me: me({ has_password: !linked }),
    providers: [google],
    links: linked ? [link] : [],
  });
  return { client, ...(await render(<Account backTo="/" />, { client, address })) };
}

describe('the providers of an account', () => {
  it('are linked by going there', async () => {
    const { client, user } = await account(false);
    const begin = vi.spyOn(client.api.oauth, 'link');
    await user.click(await screen.findByRole('button', { name: 'Link Google' }));
    expect(begin).toHaveBeenCalledWith('google', '/app/settings/account');
  });

  it('show who one is there, and are taken away', async () => {
    const { user } = await account(true);
    expect(await screen.findByText('an@gmail.example')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove Google' }));
    expect(await screen.findByText('Not linked')).toBeVisible();
  });

  it('stay when nothing else opens the account', async () => {
    const { client, user } = await account(true);
    const conflict = new ProblemError({ code: 'conflict', detail: '', retryable: false });
    vi.spyOn(client.api.oauth, 'unlink').mockRejectedValue(conflict);
    await user.click(await screen.findByRole('button', { name: 'Remove Google' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('the only way to sign in');
    expect(screen.getByText('an@gmail.example')).toBeVisible();
  });

  it('tell what went wrong on the way back', async () => {
    await account(false, '/app/settings/account?problem=taken');
    expect(await screen.findByRole('alert')).toHaveTextContent('Another account here');
  });

  it('leave who has no password without a form to change it', async () => {
    await account(true);
    expect(screen.queryByLabelText('Current password')).not.toBeInTheDocument();
    expect(screen.getByText(/has no password/)).toBeVisible();
  });
});
