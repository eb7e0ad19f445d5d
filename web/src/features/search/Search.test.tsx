import { useState } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import { roomId } from '@tingting/sdk';
import { describe, expect, it, vi } from 'vitest';
import { fakeClient, type World } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me, message, room, user } from '@/testing/samples';
import { Search } from './Search';
import type { SearchWish } from './wish';

const self = me();
const binh = user();
const trip = roomId('r-trip');
const says = (seq: number, content: string) =>
  message({ message_id: `m-${seq}` as never, room_id: trip, seq, content });
const world: World = {
  me: self,
  users: [self, binh],
  rooms: [room({ room_id: trip, kind: 'group', name: 'Chuyến đi' })],
  messages: new Map([[trip, [says(1, 'Đặt vé tàu chưa'), says(2, 'Chưa đặt, mai mình đặt')]]]),
};
const onOpen = vi.fn();

function Stage({ inRoom }: { inRoom: boolean }) {
  const [wish, setWish] = useState<SearchWish>({ words: '', room: null, from: null, until: null });
  return (
    <Search
      wish={inRoom ? { ...wish, room: trip } : wish}
      inRoom={inRoom}
      onWish={setWish}
      onOpen={onOpen}
    />
  );
}

const stage = (told: Partial<World> = {}, inRoom = false) =>
  render(<Stage inRoom={inRoom} />, { client: fakeClient({ ...world, ...told }) });

describe('the search', () => {
  it('shows who said it, where, and marks the hit', async () => {
    const { user: hand } = await stage();
    await hand.type(screen.getByRole('combobox'), 've tau');
    const hit = await screen.findByRole('option');
    expect(hit).toHaveTextContent('Trần Thị Bình in Chuyến đi');
    expect(within(hit).getByText('vé tàu').tagName).toBe('MARK');
    expect(screen.getByRole('status')).toHaveTextContent('1 message found');
  });

  it('does not name the room one searches in', async () => {
    const { user: hand } = await stage({}, true);
    await hand.type(screen.getByRole('combobox'), 'mai');
    expect(await screen.findByRole('option')).not.toHaveTextContent('Chuyến đi');
  });

  it('opens with the keyboard what the arrows chose', async () => {
    onOpen.mockClear();
    const { user: hand } = await stage();
    await hand.type(screen.getByRole('combobox'), 'đặt');
    expect(await screen.findAllByRole('option')).toHaveLength(2);
    await hand.keyboard('{ArrowDown}');
    expect(screen.getAllByRole('option')[1]).toHaveAttribute('aria-selected', 'true');
    await hand.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('says that nothing was found, and what helps', async () => {
    const { user: hand } = await stage();
    await hand.type(screen.getByRole('combobox'), 'zzz');
    expect(await screen.findByText('Nothing found')).toBeVisible();
  });

  it('offers another try when no answer came', async () => {
    const { user: hand } = await stage({ search: 'failed' });
    await hand.type(screen.getByRole('combobox'), 'vé');
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('narrows by sender, and takes the filter back when it is put away', async () => {
    const { user: hand } = await stage();
    await hand.type(screen.getByRole('combobox', { name: 'Search messages' }), 'đặt');
    await screen.findAllByRole('option', { name: /Trần Thị Bình/ });
    await hand.click(screen.getByRole('button', { name: 'Filters' }));
    await hand.selectOptions(screen.getByLabelText('From'), 'You');
    await waitFor(() => expect(screen.getByText('Nothing found')).toBeVisible());
    await hand.click(screen.getByRole('button', { name: 'Filters' }));
    await waitFor(() => expect(screen.queryByText('Nothing found')).toBeNull());
  });
});
