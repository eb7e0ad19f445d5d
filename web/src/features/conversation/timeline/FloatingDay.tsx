import { useStore } from 'zustand';
import { momentOf } from './entry';
import { DayChip } from './DayChip';
import type { TimelineRow } from './rows';
import type { Viewport, ViewportState } from './viewport';

interface FloatingDayProps {
  readonly viewport: Viewport;
  readonly rows: readonly TimelineRow[];
}

/**
 * The day of what one is reading, in sight wherever one is. It makes way for the separators
 * themselves, which also say it to screen readers.
 */
export function FloatingDay({ viewport, rows }: FloatingDayProps) {
  const day = useStore(viewport, (view) => dayInView(rows, view));
  if (day === null) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-x-0 top-2 z-10 flex animate-fade-in justify-center"
    >
      <DayChip day={day} />
    </div>
  );
}

function dayInView(rows: readonly TimelineRow[], { top, under }: ViewportState): number | null {
  if (top < 0) return null;
  const beneath = rows.slice(top, under + 1);
  if (beneath.some((row) => row.kind === 'day')) return null;
  const row = beneath.find((it) => it.kind === 'message' || it.kind === 'event');
  if (!row) return null;
  return momentOf(row.kind === 'message' ? row.entry : row.message).day;
}
