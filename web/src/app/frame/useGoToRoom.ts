import type { RoomId } from '@tingting/sdk';
import { useNavigate } from 'react-router';
import { isListed } from '@/client/isListed';
import { isUnread } from '@/client/unreadMark';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { neighbour } from './neighbour';

/** Leads to the next or the previous room of the list, as it stands when one asks. */
export function useGoToRoom(chosen: RoomId | undefined) {
  const client = useClient();
  const me = useMe().user_id;
  const navigate = useNavigate();
  return (step: 1 | -1, which: 'any' | 'unread') => {
    const { order, byId } = client.rooms.getState();
    const listed = order.filter((id) => {
      const room = byId.get(id);
      if (!room || id === chosen) return id === chosen;
      return isListed(room, me) && (which === 'any' || isUnread(room));
    });
    const next = neighbour(listed, chosen, step);
    if (next !== undefined) void navigate(`/app/rooms/${next}`);
  };
}
