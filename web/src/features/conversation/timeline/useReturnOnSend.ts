import { useEffect } from 'react';
import { useConversation } from '../useConversation';

/** Whoever writes while looking at the past is led to where their message appears. */
export function useReturnOnSend(toEnd: (smoothly: boolean) => void): void {
  const conversation = useConversation();

  useEffect(
    () =>
      conversation.store.subscribe(({ outgoing, reachesEnd }, before) => {
        if (!reachesEnd && outgoing.length > before.outgoing.length) toEnd(false);
      }),
    [conversation, toEnd],
  );
}
