import { act, screen, within } from '@testing-library/react';
import { roomId, type Room } from '@tingting/sdk';
import { describe, expect, it } from 'vitest';
import { fakeClient, type World } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me, message, room, user } from '@/testing/samples';
import { RoomList } from './RoomList';

const self = me();
const binh = user();
const group = (id: string, name: string, told: Partial<Room> = {}) =>
  room({ room_id: roomId(id), kind: 'group', name, ...told });

async function list(world: Partial<World>, language: 'en' | 'vi' = 'en') {
  const client = fakeClient({ me: self, users: [self, binh], ...world });
  const drawn = await render(
    <RoomList chosen={undefined} addressOf={(id) => `/rooms/${id}`} emptyAction={<b>start</b>} />,
    { client, language },
  );
  return { ...drawn, client };
}

const rows = () => screen.getAllByRole('link').map((row) => row.getAttribute('href'));

describe('the list of rooms', () => {
  it('tells who wrote last in a group, and "You" for oneself', async () => {
    await list({
      rooms: [
        group('a', 'Hội bạn', { last_message: message({ content: 'Đi đâu?' }) }),
        group('b', 'Ops', { last_message: message({ user_id: self.user_id, content: 'Done' }) }),
      ],
    });
    expect(screen.getByText('Trần Thị Bình: Đi đâu?')).toBeVisible();
    expect(screen.getByText('You: Done')).toBeVisible();
  });

  it('speaks Vietnamese', async () => {
    const own = message({ user_id: self.user_id, content: 'Xong' });
    await list({ rooms: [group('a', 'Ops', { last_message: own, unread: 2 })] }, 'vi');
    expect(screen.getByText('Bạn: Xong')).toBeVisible();
    expect(screen.getByText('2 tin nhắn chưa đọc')).toBeInTheDocument();
  });

  it('counts what is unread, in words for those who listen', async () => {
    await list({ rooms: [group('a', 'One', { unread: 1 }), group('b', 'Many', { unread: 128 })] });
    expect(screen.getByText('1 unread message')).toBeInTheDocument();
    expect(screen.getByText('99+')).toHaveAttribute('aria-hidden');
    expect(screen.getByText('128 unread messages')).toBeInTheDocument();
  });

  it('moves along the rows with the arrow keys, and Tab stops once', async () => {
    const { user: hand } = await list({ rooms: ['a', 'b', 'c'].map((id) => group(id, id)) });
    const [first, second, third] = screen.getAllByRole('link');
    await hand.tab();
    await hand.tab();
    expect(first).toHaveFocus();
    await hand.keyboard('{ArrowDown}');
    expect(second).toHaveFocus();
    await hand.keyboard('{End}');
    expect(third).toHaveFocus();
    await hand.keyboard('{ArrowDown}');
    expect(third).toHaveFocus();
    await hand.tab();
    expect(document.body).toHaveFocus();
  });

  it('keeps its order under the pointer and catches up when the pointer leaves', async () => {
    const { user: hand, client } = await list({ rooms: ['a', 'b'].map((id) => group(id, id)) });
    await hand.hover(screen.getByText('b'));
    act(() => client.rooms.setState({ order: [roomId('b'), roomId('a')] }));
    expect(rows()).toEqual(['/rooms/a', '/rooms/b']);
    await hand.unhover(screen.getByRole('list'));
    expect(rows()).toEqual(['/rooms/b', '/rooms/a']);
  });

  it('finds a room without its marks', async () => {
    const { user: hand } = await list({
      rooms: [group('a', 'Chuyến đi Đà Nẵng'), group('b', 'Ops')],
    });
    await hand.type(screen.getByRole('searchbox'), 'da nang');
    expect(rows()).toEqual(['/rooms/a']);
    await hand.type(screen.getByRole('searchbox'), ' xyz');
    expect(screen.getByText('No such conversation')).toBeVisible();
  });

  it('offers a beginning when there is no room yet', async () => {
    await list({ rooms: [] });
    expect(screen.getByText('No conversations yet')).toBeVisible();
    expect(screen.getByText('start')).toBeVisible();
  });

  it('offers another try when the rooms did not load', async () => {
    await list({ rooms: [], roomsStatus: 'failed' });
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('says that it is loading while it shows grey shapes', async () => {
    await list({ rooms: [], roomsStatus: 'loading' });
    expect(
      within(screen.getByRole('status')).getByText('Loading conversations'),
    ).toBeInTheDocument();
  });
});
