import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { contactOf } from './contactOf';
import { ForgotPasswordForm } from './ForgotPasswordForm';
import { ResetPasswordForm } from './ResetPasswordForm';

it('knows an e-mail address from a phone number and from what is neither', () => {
  expect(contactOf('an@example.org')).toEqual({ email: 'an@example.org' });
  expect(contactOf('+84 912 345 678')).toEqual({ phone: '+84 912 345 678' });
  expect(contactOf('an.nguyen')).toBeNull();
});

describe('a forgotten password', () => {
  it('asks for a code where one can be sent', async () => {
    const client = fakeClient({ me: null });
    const forgot = vi.spyOn(client.api.auth, 'forgotPassword');
    const onSent = vi.fn();
    const { user } = await render(<ForgotPasswordForm onSent={onSent} />, { client });
    await user.type(screen.getByRole('textbox'), 'an.nguyen{Enter}');
    expect(screen.getByRole('textbox')).toBeInvalid();
    expect(forgot).not.toHaveBeenCalled();

    await user.clear(screen.getByRole('textbox'));
    await user.type(screen.getByRole('textbox'), ' an@example.org {Enter}');
    expect(forgot).toHaveBeenCalledWith({ email: 'an@example.org' });
    expect(onSent).toHaveBeenCalledWith('an@example.org');
  });

  it('is set anew with the right code, and a wrong one is told beside it', async () => {
    const client = fakeClient({ me: null });
    const onDone = vi.fn();
    const { user } = await render(<ResetPasswordForm contact="an@example.org" onDone={onDone} />, {
      client,
    });
    const code = screen.getByLabelText('Code from the message');
    expect(code).toHaveFocus();
    await user.type(code, '000000');
    await user.type(screen.getByLabelText('New password'), 'rừng tre xanh{Enter}');
    expect(code).toHaveAccessibleDescription('The code is wrong or has expired.');
    expect(code).toHaveFocus();

    await user.clear(code);
    await user.type(code, ' 123456 {Enter}');
    expect(onDone).toHaveBeenCalled();
  });
});
