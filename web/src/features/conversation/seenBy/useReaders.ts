import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Message } from '@tingting/sdk';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';
import { readersByMarks, readersOf, type Readers } from './readersOf';

/** Up to here the server tells of each mark as it happens. */
const mostLive = 100;

export interface ReadersState {
  /** Undefined while they are on their way. */
  readonly readers: Readers | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

/** Who has read the message: live in rooms up to a hundred, asked for in larger ones. */
export function useReaders(message: Message): ReadersState {
  const client = useClient();
  const size = useStore(
    client.rooms,
    ({ byId }) => byId.get(message.room_id)?.member_count ?? mostLive + 1,
  );
  const live = size <= mostLive;
  const { members, marks } = useStore(client.conversation(message.room_id).store);
  const receipts = useQuery({
    queryKey: ['receipts', message.message_id],
    queryFn: async ({ signal }) =>
      readersOf((await client.api.messages.receipts(message.message_id, { signal })).items),
    staleTime: 0,
    enabled: !live,
  });
  const loading = useQuery({
    queryKey: ['members', message.room_id],
    // The store keeps them; what it answers is only that they are there.
    queryFn: () =>
      client
        .conversation(message.room_id)
        .loadMembers()
        .then(() => true),
    enabled: live,
  });
  const byMarks = useMemo(
    () => members && readersByMarks(message, members, marks),
    [message, members, marks],
  );
  const asked = live ? loading : receipts;
  return {
    readers: live ? (byMarks ?? undefined) : receipts.data,
    error: asked.error,
    retry: () => void asked.refetch(),
  };
}
