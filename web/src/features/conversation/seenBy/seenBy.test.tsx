import { screen, within } from '@testing-library/react';
import { messageId, roomId, userId, type Member, type Room } from '@tingting/sdk';
import { describe, expect, it } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me, message, room, user } from '@/testing/samples';
import { readersByMarks } from './readersOf';
import { SeenBy } from './SeenBy';

const self = me();
const people = ['binh', 'chi', 'duc'].map((id) =>
  user({ user_id: userId(id), username: id, display_name: id }),
);
const id = roomId('r');
const member = (user_id: Member['user_id']): Member => ({
  user_id,
  role: 'member',
  joined_at: '2026-11-20T08:00:00.000Z',
});
const own = message({ message_id: messageId('m'), room_id: id, seq: 2, user_id: self.user_id });

async function stage(told: Partial<Room> = {}, settings = {}) {
  const client = fakeClient({
    me: { ...self, settings },
    users: [self, ...people],
    rooms: [room({ room_id: id, kind: 'group', member_count: 4, ...told })],
    members: new Map([[id, [self, ...people].map((one) => member(one.user_id))]]),
    messages: new Map([[id, [message({ room_id: id }), own]]]),
  });
  await client.conversation(id).open();
  client.conversation(id).store.setState({
    marks: new Map([
      [userId('binh'), { delivered: 2, read: 2 }],
      [userId('chi'), { delivered: 2, read: 1 }],
      [userId('duc'), { delivered: 1, read: 0 }],
    ]),
  });
  return render(<SeenBy entry={own}>ticks</SeenBy>, { client });
}

describe('who has seen an own message', () => {
  it('is told in a small group from the marks', async () => {
    const { user: hand } = await stage();
    await hand.click(screen.getByRole('button'));
    const read = (await screen.findByText('Read by 1')).closest('section')!;
    expect(within(read).getByText('binh')).toBeVisible();
    const got = screen.getByText('Delivered to 1').closest('section')!;
    expect(within(got).getByText('chi')).toBeVisible();
    expect(screen.queryByText('duc')).toBeNull();
  });

  it('is asked of the server in a large one', async () => {
    const { user: hand } = await stage({ member_count: 240 });
    await hand.click(screen.getByRole('button'));
    expect(await screen.findByText('Read by 2')).toBeVisible();
  });

  it('is not asked where the ticks say all', async () => {
    await stage({ kind: 'direct', peer: people[0]! });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is not told to who tells nobody', async () => {
    await stage({}, { read_receipts: false });
    expect(screen.queryByRole('button')).toBeNull();
  });
});

it('the sender is not among the readers', () => {
  const marks = new Map([[self.user_id, { delivered: 9, read: 9 }]]);
  expect(readersByMarks(own, [member(self.user_id)], marks)).toEqual({ read: [], delivered: [] });
});
