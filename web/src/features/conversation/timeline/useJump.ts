import { useCallback, useEffect, useState } from 'react';
import type { MessageId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { toast } from '@/ui/toast/toasts';
import { useConversation } from '../useConversation';
import { locate } from './locate';
import type { Place } from './place';

/** How long a message one jumped to stands out, milliseconds. */
const shownFor = 2500;

export interface Jump {
  /** Seq of the message that stands out now. */
  readonly highlighted: number | null;
  readonly toMessage: (message: MessageId) => void;
  readonly toEnd: (smoothly: boolean) => void;
}

/** Leads to a message or to the end, loading what lies there first. */
export function useJump(goTo: (place: Place) => void, opening: Place): Jump {
  const conversation = useConversation();
  const { t } = useTranslation('conversation');
  const problemText = useProblemText();
  const [highlighted, highlight] = useState(opening.at === 'message' ? opening.seq : null);

  useEffect(() => {
    if (highlighted === null) return undefined;
    const timer = setTimeout(() => highlight(null), shownFor);
    return () => clearTimeout(timer);
  }, [highlighted]);

  const toMessage = useCallback(
    (message: MessageId) => {
      const arrive = (seq: number | null) => {
        if (seq === null) {
          toast(t('linked_missing'));
          return;
        }
        goTo({ at: 'message', seq });
        highlight(seq);
      };
      locate(conversation, message).then(arrive, (error: unknown) =>
        toast(problemText(error), 'danger'),
      );
    },
    [conversation, goTo, problemText, t],
  );

  const toEnd = useCallback(
    (smoothly: boolean) => {
      if (conversation.store.getState().reachesEnd) {
        goTo({ at: 'end', smoothly });
        return;
      }
      conversation.toLatest().then(
        () => goTo({ at: 'end' }),
        (error: unknown) => toast(problemText(error), 'danger'),
      );
    },
    [conversation, goTo, problemText],
  );

  return { highlighted, toMessage, toEnd };
}
