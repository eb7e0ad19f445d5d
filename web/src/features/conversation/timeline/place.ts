import { isOutgoing } from './entry';
import type { TimelineRow } from './rows';

/** Where in the timeline one wants to be. */
export type Place =
  | { readonly at: 'end'; readonly smoothly?: boolean }
  | { readonly at: 'unread' }
  | { readonly at: 'message'; readonly seq: number };

/** The row to show for it; -1 while it is not there. */
export function rowAt(rows: readonly TimelineRow[], place: Place): number {
  switch (place.at) {
    case 'end':
      return rows.length - 1;
    case 'unread':
      return rows.findIndex((row) => row.kind === 'unread');
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
