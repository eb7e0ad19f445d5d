import { useEffect, useState } from 'react';
import type { Message, MessageId, UserId } from '@tingting/sdk';
import { useClient } from '@/client/useClient';
import { useConversationState } from '../useConversation';

/** What a reply shows of the message it answers. */
export interface Quoted {
  readonly message_id: MessageId;
  readonly user_id: UserId;
  /** Null once it was recalled. */
  readonly excerpt: string | null;
}

/** The message one answers, while the answer is written or on its way; fetched when it is not loaded. */
export function useQuoted(id: MessageId): Quoted | undefined {
  const client = useClient();
  const loaded = useConversationState(({ messages }) =>
    messages.findLast(({ message_id }) => message_id === id),
  );
  const [fetched, setFetched] = useState<Message | undefined>();
  const missing = loaded === undefined;

  useEffect(() => {
    if (!missing) return undefined;
    const asking = new AbortController();
    client.api.messages.get(id, { signal: asking.signal }).then(
      setFetched,
      // Without it the quote stays away; the answer itself is not touched.
      () => undefined,
    );
    return () => asking.abort();
  }, [client, id, missing]);

  const message = loaded ?? (fetched?.message_id === id ? fetched : undefined);
  return message && { message_id: id, user_id: message.user_id, excerpt: message.content };
}
