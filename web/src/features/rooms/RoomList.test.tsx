import { act, screen, waitFor, within } from '@testing-library/react';
import { roomId, type Room } from '@tingting/sdk';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeClient, type World } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me, message, room, user } from '@/testing/samples';
import { RoomList } from './RoomList';

const self = me();
const binh = user();
const group = (id: string, name: string, told: Partial<Room> = {}) =>
  room({ room_id: roomId(id), kind: 'group', name, ...told });

const later = '2099-01-01T00:00:00.000Z';
const onLeft = vi.fn();
const onSearch = vi.fn();

async function list(world: Partial<World>, language: 'en' | 'vi' = 'en') {
  const client = fakeClient({ me: self, users: [self, binh], ...world });
  const drawn = await render(
    <RoomList
      chosen={undefined}
      addressOf={(id) => `/rooms/${id}`}
      emptyAction={<b>start</b>}
      onLeft={onLeft}
      onSearch={onSearch}
    />,
    { client, language },
  );
  return { ...drawn, client };
}

beforeEach(() => vi.clearAllMocks());

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

  it('shows a draft in place of the last message', async () => {
    const draft = { content: 'Mai\nmình', reply_to: null, updated_at: '2026-11-21T08:00:00.000Z' };
    await list({ rooms: [group('a', 'Ops', { last_message: message(), draft })] });
    expect(screen.getByRole('link')).toHaveTextContent('Draft: Mai mình');
  });

  it('makes a mention stand out, also where the room is muted', async () => {
    await list({ rooms: [group('a', 'Ops', { unread: 2, mentioned: true, muted_until: later })] });
    expect(screen.getByRole('img', { name: 'You were mentioned' })).toBeVisible();
  });

  it('leaves out a direct room that somebody else opened and wrote nothing in', async () => {
    const empty = room({ room_id: roomId('e'), last_seq: 0, created_by: binh.user_id });
    await list({ rooms: [group('a', 'Ops'), empty] });
    expect(rows()).toEqual(['/rooms/a']);
  });

  it('looks for the words in the messages too', async () => {
    const { user: hand } = await list({ rooms: [group('a', 'Ops')] });
    await hand.type(screen.getByRole('searchbox'), 'vé tàu');
    await hand.click(screen.getByRole('button', { name: 'Search messages for “vé tàu”' }));
    expect(onSearch).toHaveBeenCalledWith('vé tàu');
  });
});

describe('the menu of a room', () => {
  const openMenu = async (told: Partial<Room> = {}) => {
    const drawn = await list({ rooms: [group('a', 'Ops', told)] });
    await drawn.user.pointer({ keys: '[MouseRight]', target: screen.getByRole('link') });
    await screen.findByRole('menu', { name: 'What to do with Ops' });
    const choose = (name: string) => drawn.user.click(screen.getByRole('menuitem', { name }));
    const now = () => drawn.client.rooms.getState().byId.get(roomId('a'));
    return { ...drawn, choose, now };
  };

  it('pins and takes the pin back', async () => {
    const { choose, now } = await openMenu();
    await choose('Pin');
    expect(now()?.pinned).toBe(true);
  });

  it('marks as unread what is read, and the other way round', async () => {
    const { choose, now } = await openMenu();
    await choose('Mark as unread');
    expect(now()?.marked_unread).toBe(true);
  });

  it('marks as read, the messages and the reminder', async () => {
    const { client, choose, now } = await openMenu({ unread: 3, last_seq: 9, marked_unread: true });
    const read = vi.spyOn(client.conversation(roomId('a')), 'read');
    await choose('Mark as read');
    expect(read).toHaveBeenCalledWith(9);
    expect(now()?.marked_unread).toBe(false);
  });

  it('mutes for as long as one wants, and unmutes', async () => {
    const { user: hand, choose, now } = await openMenu();
    screen.getByRole('menuitem', { name: 'Mute' }).focus();
    await hand.keyboard('{ArrowRight}');
    await screen.findByRole('menuitem', { name: 'For 8 hours' });
    await hand.keyboard('{ArrowDown}{Enter}');
    const until = new Date(now()?.muted_until ?? 0).getTime();
    expect(until).toBeGreaterThan(Date.now() + 7 * 3_600_000);
    await hand.pointer({ keys: '[MouseRight]', target: screen.getByRole('link') });
    await screen.findByRole('menu');
    await choose('Unmute');
    expect(now()?.muted_until).toBeNull();
  });

  it('opens with Shift+F10 and gives the focus back to its row', async () => {
    const { user: hand } = await list({ rooms: [group('a', 'Ops')] });
    screen.getByRole('link').focus();
    await hand.keyboard('{Shift>}{F10}{/Shift}');
    await screen.findByRole('menu', { name: 'What to do with Ops' });
    await hand.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('link')).toHaveFocus());
  });

  it('opens under a finger that rests on the row', async () => {
    const { user: hand } = await list({ rooms: [group('a', 'Ops')] });
    await hand.pointer({ keys: '[TouchA>]', target: screen.getByRole('link') });
    expect(await screen.findByRole('menu', { name: 'What to do with Ops' })).toBeVisible();
  });

  it('asks before one leaves a group', async () => {
    const { user: hand, choose } = await openMenu();
    await choose('Leave');
    const dialog = await screen.findByRole('alertdialog', { name: 'Leave Ops?' });
    expect(onLeft).not.toHaveBeenCalled();
    await hand.click(within(dialog).getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(onLeft).toHaveBeenCalledWith(roomId('a')));
  });

  it('hides a direct room without a question', async () => {
    const direct = room({ room_id: roomId('d'), peer: binh });
    const { user: hand } = await list({ rooms: [direct] });
    await hand.click(screen.getByRole('button', { name: /What to do with/ }));
    await hand.click(await screen.findByRole('menuitem', { name: 'Hide until the next message' }));
    await waitFor(() => expect(onLeft).toHaveBeenCalledWith(roomId('d')));
  });
});
