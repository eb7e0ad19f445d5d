import type { Room, RoomId } from '@tingting/sdk';
import { useStore } from 'zustand';
import { useClient } from './useClient';

/** One room of the list; undefined while it is not there (loading, left, never a member). */
export function useRoom(roomId: RoomId): Room | undefined {
  return useStore(useClient().rooms, (state) => state.byId.get(roomId));
}
