import { act } from '@testing-library/react';
import { roomId } from '@tingting/sdk';
import { expect, it } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me, room } from '@/testing/samples';
import { useTakeMark } from './useTakeMark';

const id = roomId('r');

it('opening a room takes its mark away, marking the open one does not', async () => {
  const client = fakeClient({ me: me(), rooms: [room({ room_id: id, marked_unread: true })] });
  const isMarked = () => client.rooms.getState().byId.get(id)?.marked_unread;
  function Page() {
    useTakeMark(id);
    return null;
  }
  await render(<Page />, { client });
  expect(isMarked()).toBe(false);
  await act(() => client.conversation(id).changeView({ marked_unread: true }));
  expect(isMarked()).toBe(true);
});
