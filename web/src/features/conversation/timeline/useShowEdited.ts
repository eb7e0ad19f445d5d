import { useEffect } from 'react';
import { useColumnState } from '../column/useColumn';
import { seqOf } from './place';
import type { TimelineRow } from './rows';
import type { TimelineVirtualizer } from './useTimelineVirtualizer';

/** Brings the message one begins to edit into view. */
export function useShowEdited(
  rows: readonly TimelineRow[],
  virtualizer: TimelineVirtualizer,
): void {
  const seq = useColumnState(({ editing }) => editing?.message.seq);

  useEffect(() => {
    if (seq === undefined) return;
    const index = rows.findIndex((row) => seqOf(row) === seq);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
    // Once, as editing begins: one may scroll away from it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [seq]);
}
