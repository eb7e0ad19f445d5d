import { useStore } from 'zustand';
import { momentOf } from './entry';
import { DayChip } from './DayChip';
import type { TimelineRow } from './rows';
import type { Viewport } from './viewport';

/** The day of what one is reading, always in sight. The separators say it to screen readers. */
export function FloatingDay({
  viewport,
  rows,
}: {
  viewport: Viewport;
  rows: readonly TimelineRow[];
}) {
  const day = useStore(viewport, ({ top }) => dayAt(rows, top));
  if (day === null) return null;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-x-0 top-2 z-10 flex justify-center">
      <DayChip day={day} />
    </div>
  );
}

/** The day of the row, which for a line between messages is that of the message after it. */
function dayAt(rows: readonly TimelineRow[], index: number): number | null {
  for (const row of rows.slice(index, index + 3)) {
    if (row.kind === 'day') return row.day;
    if (row.kind === 'message') return momentOf(row.entry).day;
    if (row.kind === 'event') return momentOf(row.message).day;
  }
  return null;
}
