import { useCallback } from 'react';
import { useClient } from '@/client/useClient';
import { useConversation } from '../useConversation';
import { mentionsIn, type Called } from './mentionsIn';
import { mayCallAll } from './mayCallAll';

/** Whom a text calls in this room, among the members that are known here. */
export function useMentionsIn(): (text: string) => Called {
  const client = useClient();
  const conversation = useConversation();
  return useCallback(
    (text) => {
      const { users } = client.people.getState();
      const room = client.rooms.getState().byId.get(conversation.roomId);
      const members = conversation.store.getState().members ?? [];
      const ids = room?.peer ? [room.peer.user_id] : members.map(({ user_id }) => user_id);
      const known = ids.flatMap((id) => users.get(id) ?? []);
      return mentionsIn(text, known, room !== undefined && mayCallAll(room));
    },
    [client, conversation],
  );
}
