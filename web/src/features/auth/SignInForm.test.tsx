import { screen } from '@testing-library/react';
import { ProblemError, type Credentials, type ErrorCode } from '@tingting/sdk';
import { describe, expect, it } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me } from '@/testing/samples';
import { SignInForm } from './SignInForm';

const problem = (code: ErrorCode) => new ProblemError({ code, detail: 'raw', retryable: false });

async function signInForm(login: (credentials: Credentials) => Promise<ReturnType<typeof me>>) {
  const client = fakeClient({ me: null, refuse: { login } });
  const { user } = await render(<SignInForm />, { client });
  await user.type(screen.getByRole('textbox'), 'an');
  await user.type(screen.getByLabelText('Password'), 'rừng tre xanh');
  await user.keyboard('{Enter}');
  return user;
}

describe('signing in', () => {
  it('says that name or password is wrong, and offers the password for another try', async () => {
    await signInForm(() => Promise.reject(problem('invalid_credentials')));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The name or the password is wrong.',
    );
    expect(screen.getByLabelText('Password')).toHaveFocus();
  });

  it('asks for a code only when the account has one, and sends it', async () => {
    const seen: Credentials[] = [];
    const user = await signInForm((credentials) => {
      seen.push(credentials);
      return credentials.otp === undefined
        ? Promise.reject(problem('otp_required'))
        : Promise.resolve(me());
    });
    const code = await screen.findByLabelText('Code');
    expect(code).toHaveFocus();
    await user.type(code, '123456{Enter}');
    expect(seen.at(-1)).toEqual({ login: 'an', password: 'rừng tre xanh', otp: '123456' });
  });

  it('takes a recovery code instead, and tells beside the field that one is wrong', async () => {
    const user = await signInForm(({ otp }) =>
      Promise.reject(problem(otp === undefined ? 'otp_required' : 'invalid_credentials')),
    );
    const code = await screen.findByLabelText('Code');
    await user.type(code, '000000{Enter}');
    expect(code).toHaveAccessibleDescription(/wrong, or was used before/);

    await user.click(screen.getByRole('button', { name: /recovery code/ }));
    const recovery = screen.getByLabelText('Recovery code');
    expect(recovery).toHaveFocus();
    await user.type(recovery, 'abcde-23456{Enter}');
    expect(recovery).toHaveAccessibleDescription(/no recovery code of yours/);
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByLabelText('Password')).toBeVisible();
  });

  it('opens a closed account only when that was asked for', async () => {
    const seen: Credentials[] = [];
    const user = await signInForm((credentials) => {
      seen.push(credentials);
      return credentials.reopen === true
        ? Promise.resolve(me())
        : Promise.reject(problem('account_closed'));
    });
    await user.click(await screen.findByRole('button', { name: 'Open my account again' }));
    expect(seen).toHaveLength(2);
    expect(seen[0]).not.toHaveProperty('reopen');
    expect(seen[1]).toHaveProperty('reopen', true);
  });
});
