import { screen } from '@testing-library/react';
import { NetworkError, ProblemError, type Registration } from '@tingting/sdk';
import { describe, expect, it } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me } from '@/testing/samples';
import { SignUpForm } from './SignUpForm';

const field = (name: RegExp) => screen.getByRole('textbox', { name });
const password = () => screen.getByLabelText('Password');

async function signUpForm(answer?: (registration: Registration) => Promise<never>) {
  const seen: Registration[] = [];
  const client = fakeClient({
    me: null,
    refuse: {
      register: (registration) => {
        seen.push(registration);
        return answer?.(registration) ?? Promise.resolve(me());
      },
    },
  });
  const { user } = await render(<SignUpForm />, { client });
  const submit = () => user.click(screen.getByRole('button', { name: 'Create account' }));
  return { user, submit, seen };
}

describe('signing up', () => {
  it('points out every wrong field and goes to the first, before asking the server', async () => {
    const { user, submit, seen } = await signUpForm();
    await user.type(field(/E-mail/), 'an@');
    await submit();

    expect(await screen.findByText('The password needs 8 characters or more.')).toBeVisible();
    expect(field(/E-mail/)).toHaveAccessibleDescription('This is not a complete e-mail address.');
    expect(field(/Username/)).toBeInvalid();
    expect(field(/Username/)).toHaveFocus();
    expect(seen).toEqual([]);
  });

  it('sends what was filled in, trimmed, and nothing for what was left empty', async () => {
    const { user, submit, seen } = await signUpForm();
    await user.type(field(/Username/), ' an.nguyen ');
    await user.type(password(), 'rừng tre xanh');
    await submit();

    expect(seen).toEqual([{ username: 'an.nguyen', password: 'rừng tre xanh' }]);
  });

  it('says beside the field that a username is taken, in its own words', async () => {
    const { user, submit } = await signUpForm(() =>
      Promise.reject(
        new ProblemError({
          code: 'conflict',
          detail: 'username already exists',
          retryable: false,
          errors: [{ field: 'username', message: 'already exists' }],
        }),
      ),
    );
    await user.type(field(/Username/), 'an.nguyen');
    await user.type(password(), 'rừng tre xanh');
    await submit();

    expect(await screen.findByText('This username is taken. Try another one.')).toBeVisible();
    expect(field(/Username/)).toHaveFocus();
    expect(screen.queryByText(/already exists/)).not.toBeInTheDocument();
  });

  it('says above the form what concerns no field', async () => {
    const { user, submit } = await signUpForm(() => Promise.reject(new NetworkError('timeout')));
    await user.type(field(/Username/), 'an.nguyen');
    await user.type(password(), 'rừng tre xanh');
    await submit();

    expect(await screen.findByRole('alert')).toHaveTextContent('The server is out of reach.');
  });

  it('shows the password to whoever wants to see it', async () => {
    const { user } = await signUpForm();
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(password()).toHaveAttribute('type', 'text');
    await user.click(screen.getByRole('button', { name: 'Hide password' }));
    expect(password()).toHaveAttribute('type', 'password');
  });
});
