import type { Message, Outgoing, UserId } from '@tingting/sdk';
import { entryKey, isOutgoing, momentOf, type Entry } from './entry';

/** One line of the timeline, in order from old to new. Keys are unique and last. */
export type TimelineRow = DayRow | UnreadRow | EventRow | MessageRow;

export interface DayRow {
  readonly kind: 'day';
  readonly key: string;
  /** Its midnight, milliseconds since the epoch. */
  readonly day: number;
}
/** "New messages": reading stopped above it. */
export interface UnreadRow {
  readonly kind: 'unread';
  readonly key: 'unread';
}
/** Something that happened to the room, told in a line. */
export interface EventRow {
  readonly kind: 'event';
  readonly key: string;
  readonly message: Message;
}
export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly entry: Entry;
  readonly own: boolean;
  /** First of its group: bears the sender's avatar and name. */
  readonly startsGroup: boolean;
}

/** A stretch of conversation and who reads it. */
export interface Conversed {
  readonly messages: readonly Message[];
  /** Nothing older exists. */
  readonly reachesStart: boolean;
  /** Empty where `messages` does not reach the end. */
  readonly outgoing: readonly Outgoing[];
  readonly me: UserId;
  /** Where reading stopped; null for no line. */
  readonly unreadAfter: number | null;
  /** Keys of messages that begin a group whatever stands above them. */
  readonly seams?: ReadonlySet<string>;
}

/** Messages of one sender within this time of the first form a group. */
const groupSpan = 5 * 60_000;

/**
 * Lays a stretch of conversation out in lines. One pass without parsing or formatting: 10,000
 * messages take about a millisecond, so it simply runs again when one arrives.
 *
 * A line never changes its place or height because older messages came in above it: the day of the
 * first message is told only once it is known to begin there, and likewise "New messages".
 */
export function layOut(conversed: Conversed): TimelineRow[] {
  const { messages, reachesStart, outgoing, me, unreadAfter, seams } = conversed;
  const rows: TimelineRow[] = [];
  const first = messages[0];
  let day = reachesStart || !first ? 0 : momentOf(first).day;
  let lineDue = unreadAfter !== null && (reachesStart || !first || first.seq <= unreadAfter + 1);
  let group: { readonly sender: UserId; readonly since: number } | null = null;

  const place = (entry: Entry, sender: UserId) => {
    const moment = momentOf(entry);
    // Order is by seq: a clock that went back begins no second yesterday.
    if (moment.day > day) {
      day = moment.day;
      group = null;
      rows.push({ kind: 'day', key: `day/${day}`, day });
    }
    if (lineDue && sender !== me && !isOutgoing(entry) && entry.seq > (unreadAfter ?? 0)) {
      lineDue = false;
      group = null;
      rows.push({ kind: 'unread', key: 'unread' });
    }
    const key = entryKey(entry, me);
    if (!isOutgoing(entry) && entry.kind === 'system') {
      group = null;
      rows.push({ kind: 'event', key, message: entry });
      return;
    }
    const startsGroup =
      group?.sender !== sender || moment.time - group.since > groupSpan || !!seams?.has(key);
    if (startsGroup) group = { sender, since: moment.time };
    rows.push({ kind: 'message', key, entry, own: sender === me, startsGroup });
  };

  for (const message of messages) place(message, message.user_id);
  for (const waiting of outgoing) place(waiting, me);
  return rows;
}
