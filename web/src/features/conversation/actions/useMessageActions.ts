import { useMemo } from 'react';
import type { Message } from '@tingting/sdk';
import { useMe } from '@/client/useMe';
import { useRoom } from '@/client/useRoom';
import { useConversation, useConversationState } from '../useConversation';
import { actionsFor, type MessageAction } from './actionsFor';

/** What this reader may do with this message. */
export function useMessageActions(message: Message): readonly MessageAction[] {
  const me = useMe().user_id;
  const room = useRoom(useConversation().roomId);
  const senderRole = useConversationState(
    ({ members }) => members?.find(({ user_id }) => user_id === message.user_id)?.role,
  );
  return useMemo(
    () => (room ? actionsFor(message, { me, room, senderRole }) : []),
    [message, me, room, senderRole],
  );
}
