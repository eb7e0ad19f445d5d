import { useEffect } from 'react';
import type { User, UserId } from '@tingting/sdk';
import { useStore } from 'zustand';
import { useClient } from './useClient';

/** A public profile, fetched once when it is not known yet. */
export function useUser(userId: UserId | null | undefined): User | undefined {
  const client = useClient();
  const user = useStore(client.people, (state) => (userId ? state.users.get(userId) : undefined));
  const missing = userId != null && user === undefined;

  useEffect(() => {
    // A failure leaves the name unknown; the next mount asks again.
    if (missing) void client.loadUsers([userId]).catch(() => undefined);
  }, [client, missing, userId]);

  return user;
}
