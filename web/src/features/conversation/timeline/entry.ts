import { messageKey, outgoingKey, type Message, type Outgoing, type UserId } from '@tingting/sdk';

/** What has a place in the timeline: a numbered message, or one's own on its way there. */
export type Entry = Message | Outgoing;

export function isOutgoing(entry: Entry): entry is Outgoing {
  return 'clientMsgId' in entry;
}

/** The same before and after the server has numbered the message, so its row stays. */
export function entryKey(entry: Entry, me: UserId): string {
  return isOutgoing(entry) ? outgoingKey(me, entry) : messageKey(entry);
}

export function entryText(entry: Entry): string {
  return (isOutgoing(entry) ? entry.draft.content : entry.content) ?? '';
}

/** Neither an answer nor a copy: its words alone. */
export function isPlain(entry: Entry): boolean {
  return isOutgoing(entry)
    ? entry.draft.reply_to === undefined
    : entry.reply_to === null && entry.forwarded_from === null;
}

interface Moment {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Midnight of its day where the reader is, milliseconds since the epoch. */
  readonly day: number;
}

/** Entries are immutable: each is parsed once, however often the timeline is laid out. */
const moments = new WeakMap<Entry, Moment>();

export function momentOf(entry: Entry): Moment {
  let moment = moments.get(entry);
  if (!moment) {
    const date = new Date(isOutgoing(entry) ? entry.createdAt : entry.created_at);
    moment = { time: date.getTime(), day: new Date(date).setHours(0, 0, 0, 0) };
    moments.set(entry, moment);
  }
  return moment;
}
