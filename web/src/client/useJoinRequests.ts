import { useCallback, useEffect, useState } from 'react';
import type { JoinRequest, Room } from '@tingting/sdk';
import { useClient } from './useClient';

export interface JoinRequests {
  /** Null while they are on their way, and for who may not decide on them. */
  readonly requests: readonly JoinRequest[] | null;
  readonly error: unknown;
  readonly reload: () => void;
}

/** Who asks to join the room, kept fresh; for its owners and admins. */
export function useJoinRequests(room: Room | undefined): JoinRequests {
  const client = useClient();
  const id = room && room.kind !== 'direct' && room.role !== 'member' ? room.room_id : undefined;
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<{ of: typeof id } & Omit<JoinRequests, 'reload'>>();
  const reload = useCallback(() => setTurn((before) => before + 1), []);

  useEffect(() => {
    if (id === undefined) return undefined;
    const aborted = new AbortController();
    client.api.joinRequests.list(id, undefined, { signal: aborted.signal }).then(
      ({ items }) => setAnswer({ of: id, requests: items, error: undefined }),
      (error: unknown) => {
        if (!aborted.signal.aborted) setAnswer({ of: id, requests: null, error });
      },
    );
    return () => aborted.abort();
  }, [client, id, turn]);

  useEffect(() => {
    const concerns = (room_id: typeof id) => room_id === id && reload();
    const stops = [
      client.on('join_request', ({ data }) => concerns(data.room_id)),
      // Another admin may have let somebody in.
      client.on('member_joined', ({ room_id }) => concerns(room_id)),
    ];
    return () => stops.forEach((stop) => stop());
  }, [client, id, reload]);

  const current = answer?.of === id ? answer : undefined;
  return { requests: current?.requests ?? null, error: current?.error, reload };
}
