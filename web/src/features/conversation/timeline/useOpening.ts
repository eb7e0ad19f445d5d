import { useCallback, useEffect, useState } from 'react';
import type { MessageId } from '@tingting/sdk';
import { useConversation } from '../useConversation';
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
        if (current) setPlace(found);
      },
      (error: unknown) => {
        if (current) setFailure({ error });
      },
    );
    return () => {
      current = false;
    };
  }, [conversation, opening, opened, failure]);

  const retry = useCallback(() => setFailure(null), []);
  if (place) return { status: 'ready', place };
  return failure ? { status: 'failed', error: failure.error, retry } : { status: 'loading' };
}
