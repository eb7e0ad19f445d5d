import { stickerOf } from '../stickers/stickerOf';
import { entryText, type Entry } from './entry';
import type { TimelineRow } from './rows';

const lineHeight = 20;
const stickerHeight = 160;
/** About what fits on a line of a bubble. */
const lettersPerLine = 60;

/**
 * A row's height in pixels before it was ever on screen. Only the length of the scroll bar hangs on
 * it: what is shown is measured, and the place of reading kept, whatever was guessed here.
 */
export function estimateHeight(row: TimelineRow): number {
  switch (row.kind) {
    case 'day':
      return 48;
    case 'unread':
      return 36;
    case 'event':
      return 32;
    case 'message':
      return (row.startsGroup ? 12 : 2) + bodyOf(row.entry);
  }
}

function bodyOf(entry: Entry): number {
  return stickerOf(entry) ? stickerHeight : 16 + linesOf(entry) * lineHeight;
}

/** Every row is asked for whenever one arrives; an entry never changes. */
const counted = new WeakMap<Entry, number>();

function linesOf(entry: Entry): number {
  const known = counted.get(entry);
  if (known !== undefined) return known;
  let lines = 0;
  for (const line of entryText(entry).split('\n')) {
    lines += Math.max(1, Math.ceil(line.length / lettersPerLine));
  }
  counted.set(entry, lines);
  return lines;
}
