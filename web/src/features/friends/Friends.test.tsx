import { screen, within } from '@testing-library/react';
import type { FriendRequest, FriendRequestId } from '@tingting/sdk';
import { userId } from '@tingting/sdk';
import { describe, expect, it, vi } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me, user } from '@/testing/samples';
import { Friends } from './Friends';

const since = '2026-03-01T08:00:00.000Z' as FriendRequest['created_at'];
const person = (name: string) => user({ user_id: userId(name), display_name: name });
const tied = (name: string) => ({ user_id: userId(name), user: person(name), created_at: since });
const request = (name: string, direction: FriendRequest['direction']): FriendRequest => ({
  ...tied(name),
  request_id: name as FriendRequestId,
  direction,
  status: 'pending',
});

const onAdd = vi.fn();
const stage = (ties: Pick<Parameters<typeof fakeClient>[0], 'friends' | 'requests' | 'blocks'>) =>
  render(<Friends backTo="/app" onAdd={onAdd} onOpenRoom={vi.fn()} />, {
    client: fakeClient({ me: me(), ...ties }),
  });

const names = (list: string) =>
  within(screen.getByRole('list', { name: new RegExp(`^${list}`) }))
    .getAllByRole('listitem')
    .map((row) => row.querySelector('p')?.textContent);

describe('the friends', () => {
  it('are listed by name, between those who ask, those who are asked and those who are blocked', async () => {
    await stage({
      friends: [tied('Chi'), tied('An')],
      requests: [request('Dung', 'incoming'), request('Em', 'outgoing')],
      blocks: [tied('Giang')],
    });
    await screen.findByText('Chi');

    expect(names('Friends')).toEqual(['An', 'Chi']);
    expect(names('Want to be friends')).toEqual(['Dung']);
    expect(names('Asked by you')).toEqual(['Em']);
    expect(names('Blocked')).toEqual(['Giang']);
  });

  it('say what to do while there are none', async () => {
    const { user: hand } = await stage({});
    await screen.findByText('No friends yet');

    await hand.click(screen.getAllByRole('button', { name: 'Add friend' })[0]!);
    expect(onAdd).toHaveBeenCalledOnce();
  });
});
