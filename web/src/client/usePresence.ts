import type { Presence, UserId } from '@tingting/sdk';
import { useStore } from 'zustand';
import { useClient } from './useClient';

/** What is known of someone's presence; watching is done once, by who shows the list. */
export function usePresence(userId: UserId | null | undefined): Presence | undefined {
  return useStore(useClient().people, (state) => (userId ? state.presence.get(userId) : undefined));
}
