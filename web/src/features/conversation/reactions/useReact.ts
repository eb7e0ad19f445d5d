import { useCallback } from 'react';
import type { Message } from '@tingting/sdk';
import { useProblemText } from '@/client/useProblemText';
import { toast } from '@/ui/toast/toasts';
import { useConversation } from '../useConversation';

/** Gives this emoji to the message, or takes it back. */
export function useReact(message: Message): (emoji: string) => void {
  const conversation = useConversation();
  const problemText = useProblemText();
  return useCallback(
    (emoji) => {
      const given = message.reactions.find((one) => one.emoji === emoji)?.me === true;
      conversation
        .react(message.message_id, emoji, !given)
        .catch((error: unknown) => toast(problemText(error), 'danger'));
    },
    [conversation, message, problemText],
  );
}
