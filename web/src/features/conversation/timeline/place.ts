import { isOutgoing } from './entry';
import type { TimelineRow } from './rows';

/** Where in the timeline one wants to be. */
export type Place =
  | { readonly at: 'end'; readonly smoothly?: boolean }
  | { readonly at: 'unread' }
  | { readonly at: 'message'; readonly seq: number };

/**
 * The row to show for it; -1 while it is not there. When all was read elsewhere meanwhile, there is
 * no line to open at, and the end is where one wants to be.
 */
export function rowAt(rows: readonly TimelineRow[], place: Place): number {
  switch (place.at) {
    case 'end':
      return rows.length - 1;
    case 'unread': {
      const line = rows.findIndex((row) => row.kind === 'unread');
      return line < 0 ? rows.length - 1 : line;
    }
    case 'message':
      return rows.findIndex((row) => seqOf(row) === place.seq);
  }
}

/** The number of the message in this row; null for lines between, and for what is on its way. */
export function seqOf(row: TimelineRow | undefined): number | null {
  if (row?.kind === 'event') return row.message.seq;
  if (row?.kind !== 'message' || isOutgoing(row.entry)) return null;
  return row.entry.seq;
}
