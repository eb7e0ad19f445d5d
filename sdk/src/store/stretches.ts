import type { Message } from '../wire/records.js';

/**
 * An unbroken part of a room's history: every message with `from ≤ seq ≤ to` that exists is in it.
 * The bounds are kept apart from the messages, because some numbers may have none to show.
 */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** By seq, ascending. */
  readonly messages: readonly Message[];
}

/** Stretches never touch: what overlaps or adjoins is one. Ascending. */
export type Stretches = readonly Stretch[];

/** Puts a fetched part in; where it overlaps, the fetched messages are the fresher ones. */
export function added(stretches: Stretches, part: Stretch): Stretches {
  const before = stretches.filter((one) => one.to < part.from - 1);
  const after = stretches.filter((one) => one.from > part.to + 1);
  const touching = stretches.slice(before.length, stretches.length - after.length);
  return [...before, touching.reduce(joined, part), ...after];
}

function joined(part: Stretch, old: Stretch): Stretch {
  return {
    from: Math.min(part.from, old.from),
    to: Math.max(part.to, old.to),
    messages: [
      ...old.messages.filter((message) => message.seq < part.from),
      ...part.messages,
      ...old.messages.filter((message) => message.seq > part.to),
    ],
  };
}

/** Continues the stretch that ended right before this new message; elsewhere it has no place yet. */
export function appended(stretches: Stretches, message: Message): Stretches {
  const index = stretches.findIndex((one) => one.to === message.seq - 1);
  const stretch = stretches[index];
  if (!stretch) return stretches;
  return stretches.with(index, {
    from: stretch.from,
    to: message.seq,
    messages: [...stretch.messages, message],
  });
}

export function at(stretches: Stretches, seq: number): Stretch | undefined {
  return stretches.find((one) => one.from <= seq && seq <= one.to);
}

/** Replaces one message; all others, and all other stretches, stay the very same. */
export function replaced(
  stretches: Stretches,
  seq: number,
  change: (message: Message) => Message,
): Stretches {
  const index = stretches.findIndex((one) => one.from <= seq && seq <= one.to);
  const stretch = stretches[index];
  if (!stretch) return stretches;
  const position = positionOf(stretch.messages, seq);
  const message = stretch.messages[position];
  if (!message) return stretches;
  const next = change(message);
  if (next === message) return stretches;
  return stretches.with(index, { ...stretch, messages: stretch.messages.with(position, next) });
}

/** Where the message with this seq is; −1 for none. One step where no number is missing. */
export function positionOf(messages: readonly Message[], seq: number): number {
  const guess = seq - (messages[0]?.seq ?? 0);
  if (messages[guess]?.seq === seq) return guess;
  let low = 0;
  let high = messages.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = messages[middle]?.seq ?? 0;
    if (found === seq) return middle;
    if (found < seq) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
