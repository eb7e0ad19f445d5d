import type { Room, UserId } from '@tingting/sdk';

/**
 * Whether a room belongs into one's list. A direct room in which nothing was said yet does so only
 * for who opened it: the other one should not wonder.
 */
export function isListed(room: Room, me: UserId): boolean {
  return (
    room.kind !== 'direct' || room.last_seq > 0 || room.created_by === me || room.draft !== null
  );
}
