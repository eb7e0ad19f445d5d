import { useLayoutEffect, useRef } from 'react';
import { isOutgoing } from './entry';
import type { TimelineRow } from './rows';
import type { TimelineVirtualizer } from './useTimelineVirtualizer';
import type { Viewport } from './viewport';

/**
 * Stays at the end when something comes in while one is there, and goes there with one's own new
 * message. A page of newer messages, loaded while one looks at the past, is not followed.
 */
export function useFollow(
  virtualizer: TimelineVirtualizer,
  viewport: Viewport,
  rows: readonly TimelineRow[],
  reachesEnd: boolean,
): void {
  const before = useRef<{ readonly live: boolean; readonly last: string | undefined } | null>(null);

  useLayoutEffect(() => {
    const last = rows.at(-1);
    const known = before.current;
    before.current = { live: reachesEnd, last: last?.key };
    if (!known) return;
    const sentOne = last?.kind === 'message' && isOutgoing(last.entry) && last.key !== known.last;
    // The viewport still tells what was in view before these rows came.
    if (sentOne || (known.live && viewport.getState().atEnd)) virtualizer.scrollToEnd();
  }, [virtualizer, viewport, rows, reachesEnd]);
}
