import { screen, waitFor } from '@testing-library/react';
import { userId, type NewRoom } from '@tingting/sdk';
import { describe, expect, it, vi } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me, room, user } from '@/testing/samples';
import { NewGroupDialog } from './NewGroupDialog';

const self = me();
const people = [
  self,
  user({ user_id: userId('u-1'), username: 'binh', display_name: 'Trần Thị Bình' }),
  user({ user_id: userId('u-2'), username: 'duc', display_name: 'Lê Minh Đức' }),
];

async function dialog() {
  const made: NewRoom[] = [];
  const onCreated = vi.fn();
  const client = fakeClient({
    me: self,
    users: people,
    refuse: {
      createRoom: (wish) => {
        made.push(wish);
        return Promise.resolve(room({ kind: 'group' }));
      },
    },
  });
  const { user: hand } = await render(
    <NewGroupDialog open onOpenChange={() => undefined} onCreated={onCreated} />,
    { client },
  );
  return { hand, made, onCreated };
}

describe('a new group', () => {
  it('is made with the keyboard alone', async () => {
    const { hand, made, onCreated } = await dialog();
    expect(screen.getByLabelText('Name of the group')).toHaveFocus();
    await hand.keyboard('Cà phê');
    await hand.tab();
    for (const name of ['bình', 'duc']) {
      await hand.keyboard(`${name}{Enter}`);
      // Enter came before the answer, and picks the first of it.
      await waitFor(() => expect(screen.getByRole('combobox')).toHaveValue(''));
    }
    await hand.click(screen.getByRole('button', { name: 'Create group' }));

    expect(made).toEqual([
      { kind: 'group', name: 'Cà phê', member_ids: [userId('u-1'), userId('u-2')] },
    ]);
    expect(onCreated).toHaveBeenCalledOnce();
  });

  it('takes back the last pick with Backspace, and any with its chip', async () => {
    const { hand } = await dialog();
    await hand.click(screen.getByRole('combobox'));
    for (const name of ['binh', 'duc']) {
      await hand.keyboard(`${name}{Enter}`);
      // Enter came before the answer, and picks the first of it.
      await waitFor(() => expect(screen.getByRole('combobox')).toHaveValue(''));
    }
    await hand.keyboard('{Backspace}');
    expect(screen.queryByRole('button', { name: 'Remove Lê Minh Đức' })).not.toBeInTheDocument();
    await hand.click(screen.getByRole('button', { name: 'Remove Trần Thị Bình' }));
    expect(screen.queryByRole('list', { name: 'Chosen people' })).not.toBeInTheDocument();
  });

  it('does not offer oneself', async () => {
    const { hand } = await dialog();
    await hand.type(screen.getByRole('combobox'), 'n');
    await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(0));
    expect(screen.queryByText(self.display_name)).not.toBeInTheDocument();
  });

  it('needs a name and somebody in it', async () => {
    const { hand, made } = await dialog();
    await hand.click(screen.getByRole('button', { name: 'Create group' }));
    expect(await screen.findByText('Give the group a name.')).toBeVisible();
    await hand.type(screen.getByLabelText('Name of the group'), 'Alone');
    await hand.click(screen.getByRole('button', { name: 'Create group' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Add at least one person.');
    expect(made).toEqual([]);
  });
});
