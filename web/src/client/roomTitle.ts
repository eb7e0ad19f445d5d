import type { Room } from '@tingting/sdk';

/** What a room is called: its own name, in direct rooms the other person's; null when it has none. */
export function roomTitle(room: Room): string | null {
  const name = (room.kind === 'direct' ? room.peer?.display_name : room.name)?.trim() ?? '';
  return name === '' ? null : name;
}
