import type { User } from '@tingting/sdk';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useClient } from '@/client/useClient';

/** The other ones of the direct rooms, in the order of the room list. */
export function useRecentPeople(): readonly User[] {
  return useStore(
    useClient().rooms,
    useShallow(({ order, byId }) => order.flatMap((id) => byId.get(id)?.peer ?? []).slice(0, 20)),
  );
}
