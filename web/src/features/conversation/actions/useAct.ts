import { useCallback } from 'react';
import type { Message } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { toast } from '@/ui/toast/toasts';
import type { Anchor } from '../column/column';
import { useColumn } from '../column/useColumn';
import { usePendingRecalls } from '../recall/usePendingRecalls';
import { useConversation } from '../useConversation';
import type { MessageAction } from './actionsFor';
import { addressOf } from './addressOf';

export type Act = (action: MessageAction, message: Message, at: Anchor) => void;

/** Does what one chose to do with a message; `at` is where a picker opens. The same function always. */
export function useAct(): Act {
  const { t } = useTranslation('conversation');
  const problemText = useProblemText();
  const conversation = useConversation();
  const column = useColumn();
  const recalls = usePendingRecalls();

  return useCallback(
    (action, message, at) => {
      const { message_id, content } = message;
      const attempt = (done: Promise<unknown>) =>
        void done.catch((error: unknown) => toast(problemText(error), 'danger'));
      const copy = (text: string, done: string) =>
        attempt(navigator.clipboard.writeText(text).then(() => toast(done)));
      switch (action) {
        case 'react':
          column.setState({ overlay: { kind: 'picker', message, at } });
          return;
        case 'reply':
          column.setState(({ writing }) => ({
            editing: null,
            writing: { ...writing, replyTo: message_id },
          }));
          return;
        case 'edit':
          column.setState({ editing: { message, content: content ?? '' } });
          return;
        case 'copy_text':
          copy(content ?? '', t('copied.text'));
          return;
        case 'copy_link':
          copy(addressOf(message), t('copied.link'));
          return;
        case 'forward':
        case 'reactors':
        case 'history':
        case 'report':
          column.setState({ overlay: { kind: action, message } });
          return;
        case 'pin':
        case 'unpin':
          attempt(conversation.pin(message_id, action === 'pin'));
          return;
        case 'recall':
          recalls.begin(conversation, message_id);
      }
    },
    [column, conversation, problemText, recalls, t],
  );
}
