import { useCallback, useEffect, useState } from 'react';
import type { MessageId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { toast } from '@/ui/toast/toasts';
import { useConversation } from '../useConversation';
import { useOnReconnect } from '../useOnReconnect';
import { cachedPlace, openConversation } from './openConversation';
import type { Place } from './place';

export type OpeningState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly status: 'ready'; readonly place: Place };

/** Opens the room once, where the reader wants to be. A room seen before opens at once. */
export function useOpening(
  unreadAfter: number | null,
  message: MessageId | undefined,
): OpeningState {
  const { t } = useTranslation('conversation');
  const conversation = useConversation();
  const [opening] = useState(() => ({ unreadAfter, message }));
  const [place, setPlace] = useState(() => cachedPlace(conversation, opening));
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  const opened = place !== null;

  useEffect(() => {
    if (opened || failure) return undefined;
    let current = true;
    openConversation(conversation, opening).then(
      (found) => {
        if (!current) return;
        setPlace(found);
        if (opening.message !== undefined && found.at !== 'message') toast(t('linked_missing'));
      },
      (error: unknown) => {
        if (current) setFailure({ error });
      },
    );
    return () => {
      current = false;
    };
  }, [conversation, opening, opened, failure, t]);

  const retry = useCallback(() => setFailure(null), []);
  useOnReconnect(retry);
  if (place) return { status: 'ready', place };
  return failure ? { status: 'failed', error: failure.error, retry } : { status: 'loading' };
}
