import type { Room } from '@tingting/sdk';
import { roomTitle } from './roomTitle';

/** Whether a room's name has the words in it, whatever their case and their marks ("da" finds "Đà"). */
export function matchesName(room: Room | undefined, words: string): boolean {
  if (!room) return false;
  const name = plain(`${roomTitle(room) ?? ''} ${room.peer?.username ?? ''}`);
  return plain(words)
    .split(/\s+/u)
    .every((word) => name.includes(word));
}

/** Without case and marks, for comparing what people type with what is there. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase();
}
