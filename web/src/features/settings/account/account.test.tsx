import { screen } from '@testing-library/react';
import { ProblemError, type Me } from '@tingting/sdk';
import { describe, expect, it, vi } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me } from '@/testing/samples';
import { Account } from './Account';

async function account(told: Partial<Me> = {}) {
  const client = fakeClient({ me: me(told) });
  const { user } = await render(<Account backTo="/" />, { client });
  const press = (name: string) => user.click(screen.getByRole('button', { name }));
  return { client, user, press };
}

describe('the e-mail address', () => {
  it('is confirmed with the code that was sent there', async () => {
    const { client, user, press } = await account();
    const ask = vi.spyOn(client.api.users, 'askForEmail');
    expect(screen.getByText('Not confirmed')).toBeVisible();
    await press('Confirm');
    expect(ask).toHaveBeenCalledWith('an@example.org');

    const code = await screen.findByLabelText('Code from the mail');
    expect(code).toHaveFocus();
    await user.type(code, '000000{Enter}');
    expect(code).toHaveAccessibleDescription('The code is wrong or has expired.');
    await user.clear(code);
    await user.type(code, '123456{Enter}');
    expect(await screen.findByText('Confirmed')).toBeVisible();
    expect(screen.getByText('The address is confirmed.')).toBeVisible();
  });

  it('stays as it is until the new one is confirmed', async () => {
    const { user, press } = await account();
    await press('Change');
    await user.type(screen.getByLabelText('New e-mail address'), 'an@example.com{Enter}');
    await screen.findByText(/on its way to an@example.com/);
    await press('Cancel');
    expect(screen.getByText('an@example.org')).toBeVisible();

    await press('Change');
    await user.type(screen.getByLabelText('New e-mail address'), 'an@example.com{Enter}');
    await user.type(await screen.findByLabelText('Code from the mail'), '123456{Enter}');
    expect(await screen.findByText('an@example.com')).toBeVisible();
  });

  it('can be added by who has none', async () => {
    const { press } = await account({ email: null });
    await press('Add');
    expect(screen.getByLabelText('New e-mail address')).toHaveFocus();
  });
});

describe('the password', () => {
  async function change(client: Awaited<ReturnType<typeof account>>) {
    await client.user.type(screen.getByLabelText('Current password'), 'rừng tre xanh');
    await client.user.type(screen.getByLabelText('New password'), 'con đò bến cũ{Enter}');
  }

  it('changes, and the fields are empty again', async () => {
    const page = await account();
    await change(page);
    expect(await screen.findByText(/Your other devices are signed out/)).toBeVisible();
    expect(screen.getByLabelText('Current password')).toHaveValue('');
  });

  it('does not change without the old one, which is told beside it', async () => {
    const page = await account();
    vi.spyOn(page.client.api.auth, 'changePassword').mockRejectedValue(
      new ProblemError({ code: 'invalid_credentials', detail: '', retryable: false }),
    );
    await change(page);
    expect(screen.getByLabelText('Current password')).toHaveAccessibleDescription(
      'This is not your password.',
    );
  });
});
