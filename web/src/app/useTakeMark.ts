import { useEffect } from 'react';
import type { RoomId } from '@tingting/sdk';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';

/**
 * Who opens a room that they had marked as unread has come back to it: the mark goes. One that is
 * set while the room is open stays.
 */
export function useTakeMark(roomId: RoomId): void {
  const client = useClient();
  const listed = useStore(client.rooms, ({ byId }) => byId.has(roomId));

  useEffect(() => {
    const marked = listed && client.rooms.getState().byId.get(roomId)?.marked_unread === true;
    if (!marked) return;
    // What did not get through stays marked: that is answer enough.
    client
      .conversation(roomId)
      .changeView({ marked_unread: false })
      .catch(() => undefined);
  }, [client, roomId, listed]);
}
