import { screen } from '@testing-library/react';
import { ProblemError, type ProfileChange } from '@tingting/sdk';
import { describe, expect, it } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me } from '@/testing/samples';
import { ProfileForm } from './ProfileForm';

async function form(answer?: ProblemError) {
  const seen: ProfileChange[] = [];
  const self = me();
  const client = fakeClient({
    me: self,
    refuse: {
      updateMe(change) {
        seen.push(change);
        if (answer) return Promise.reject(answer);
        const next = { ...self, ...change };
        client.session.setState({ status: 'signed_in', me: next }, true);
        return Promise.resolve(next);
      },
    },
  });
  const { user } = await render(<ProfileForm backTo="/" />, { client });
  return { user, seen, save: screen.getByRole('button', { name: 'Save' }) };
}

describe('the profile', () => {
  it('can be saved only when something is different', async () => {
    const { user, save } = await form();
    expect(save).toBeDisabled();
    await user.type(screen.getByLabelText(/^Status/), 'x');
    expect(save).toBeEnabled();
    await user.clear(screen.getByLabelText(/^Status/));
    expect(save).toBeDisabled();
  });

  it('sends what changed, says that it is saved, and is clean again', async () => {
    const { user, seen, save } = await form();
    const name = screen.getByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'Anh Thư');
    await user.click(save);
    expect(seen).toEqual([{ display_name: 'Anh Thư' }]);
    expect(await screen.findByText('Saved.')).toBeVisible();
    expect(save).toBeDisabled();
    await user.type(name, ' Nguyễn');
    expect(screen.queryByText('Saved.')).not.toBeInTheDocument();
  });

  it('says beside the field what the server refused', async () => {
    const { user, save } = await form(
      new ProblemError({
        code: 'conflict',
        detail: 'raw',
        retryable: false,
        errors: [{ field: 'phone', message: 'is taken' }],
      }),
    );
    const phone = screen.getByLabelText('Phone');
    await user.type(phone, '0912 345 678');
    await user.click(save);
    expect(await screen.findByText('Another account uses this number.')).toBeVisible();
    expect(phone).toHaveFocus();
    expect(screen.queryByText('Saved.')).not.toBeInTheDocument();
  });
});
