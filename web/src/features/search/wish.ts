import type { MessageSearch, RoomId, UserId } from '@tingting/sdk';

/** What one looks for, as it stands in the fields and in the address. */
export interface SearchWish {
  readonly words: string;
  /** Null: in all rooms. */
  readonly room: RoomId | null;
  /** Null: from anybody. */
  readonly from: UserId | null;
  /** The last day that counts, as a date field writes it (2026-11-21); null: up to now. */
  readonly until: string | null;
}

export const hasFilter = ({ from, until }: SearchWish): boolean => from !== null || until !== null;

/** The same for the server, whose `before` is the first moment that does not count. */
export function searchOf({ words, room, from, until }: SearchWish): MessageSearch {
  const before = until === null ? null : midnightAfter(until);
  return {
    q: words.trim(),
    ...(room !== null && { room_id: room }),
    ...(from !== null && { from }),
    ...(before !== null && { before }),
  };
}

/** In the user's time zone; null for what is no day. */
function midnightAfter(day: string): string | null {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  const midnight = new Date(year, month - 1, date + 1);
  return Number.isNaN(midnight.getTime()) ? null : midnight.toISOString();
}
