import { entryText } from './entry';
import type { TimelineRow } from './rows';

const lineHeight = 20;
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
    case 'message': {
      const text = entryText(row.entry);
      let lines = 0;
      for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(line.length / lettersPerLine));
      return (row.startsGroup ? 12 : 2) + 16 + lines * lineHeight;
    }
  }
}
