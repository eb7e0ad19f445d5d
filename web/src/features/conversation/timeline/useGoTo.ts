import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, type RefObject } from 'react';
import { rowAt, type Place } from './place';
import type { TimelineRow } from './rows';
import { scrollToPlace } from './scrollToPlace';
import type { TimelineVirtualizer } from './useTimelineVirtualizer';
import type { Viewport } from './viewport';
import { whenStill } from './whenStill';

/** What shows that the reader has taken over. */
const gestures = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Brings a place into view, at once or as soon as its row is there; `opening` is the first. The
 * virtualiser travels to an index and corrects its way as rows are measured: rows that come in
 * meanwhile set it off again, and no page is asked for before it has arrived. The returned function
 * is stable.
 */
export function useGoTo(
  virtualizer: TimelineVirtualizer,
  viewport: Viewport,
  rows: readonly TimelineRow[],
  opening: Place,
  scrollerRef: RefObject<HTMLDivElement | null>,
): (place: Place) => void {
  const wanted = useRef<Place | null>(null);
  const [trips, rerender] = useReducer((times: number) => times + 1, 0);

  useLayoutEffect(() => {
    wanted.current = opening;
  }, [opening]);

  useLayoutEffect(() => {
    const place = wanted.current;
    const element = scrollerRef.current;
    if (!place || !element) return undefined;
    const index = rowAt(rows, place);
    // While its row is not there one waits for it.
    if (index < 0) return undefined;
    viewport.setState({ onTheWay: true });
    scrollToPlace(virtualizer, place, index);
    return whenStill(element, () => {
      wanted.current = null;
      viewport.setState({ onTheWay: false });
    });
  }, [virtualizer, viewport, rows, trips, scrollerRef]);

  useEffect(() => {
    const letGo = () => {
      if (!viewport.getState().onTheWay) return;
      wanted.current = null;
      viewport.setState({ onTheWay: false });
    };
    for (const gesture of gestures) window.addEventListener(gesture, letGo, { passive: true });
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, letGo);
    };
  }, [viewport]);

  return useCallback((place: Place) => {
    wanted.current = place;
    // Rows that were loaded for this place are in this render, or already in the last one.
    rerender();
  }, []);
}
