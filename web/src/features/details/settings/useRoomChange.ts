import { useState } from 'react';
import type { Room, RoomChange } from '@tingting/sdk';
import { useClient } from '@/client/useClient';

export interface PendingRoom {
  /** The room as it will be once the server has agreed. */
  readonly shown: Room;
  readonly change: (change: RoomChange) => Promise<void>;
  /** Why the last change did not happen. */
  readonly error: unknown;
}

/** Settings that take effect as one chooses, and jump back where the server refuses. */
export function useRoomChange(room: Room): PendingRoom {
  const conversation = useClient().conversation(room.room_id);
  const [asked, setAsked] = useState<RoomChange>({});
  const [error, setError] = useState<unknown>();

  const change = async (wish: RoomChange) => {
    setAsked((before) => ({ ...before, ...wish }));
    setError(undefined);
    try {
      await conversation.change(wish);
    } catch (problem) {
      setError(problem);
    } finally {
      setAsked((before) => without(before, wish));
    }
  };
  return { shown: { ...room, ...asked }, change, error };
}

/** What another choice has replaced meanwhile stays. */
function without(asked: RoomChange, answered: RoomChange): RoomChange {
  const open = Object.entries(asked).filter(
    ([key, value]) => answered[key as keyof RoomChange] !== value,
  );
  return Object.fromEntries(open);
}
