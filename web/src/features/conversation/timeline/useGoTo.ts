import { useCallback, useLayoutEffect, useReducer, useRef } from 'react';
import { rowAt, type Place } from './place';
import type { TimelineRow } from './rows';
import type { TimelineVirtualizer } from './useTimelineVirtualizer';

/**
 * Brings a place into view, at once or as soon as its row is there; `opening` is the first. The
 * returned function is stable.
 */
export function useGoTo(
  virtualizer: TimelineVirtualizer,
  rows: readonly TimelineRow[],
  opening: Place,
): (place: Place) => void {
  const wanted = useRef<Place | null>(opening);
  const [, rerender] = useReducer((times: number) => times + 1, 0);

  useLayoutEffect(() => {
    const place = wanted.current;
    if (!place) return;
    const index = rowAt(rows, place);
    if (index < 0) {
      // All was read elsewhere meanwhile: nothing is new, so the end it is.
      if (place.at !== 'unread') return;
      virtualizer.scrollToEnd();
    } else if (place.at === 'end') {
      const smoothly = place.smoothly === true && mayGlide(virtualizer);
      virtualizer.scrollToEnd({ behavior: smoothly ? 'smooth' : 'auto' });
    } else {
      // A line or two of what was read before stay in view above what is new.
      virtualizer.scrollToIndex(place.at === 'unread' ? Math.max(0, index - 2) : index, {
        align: place.at === 'unread' ? 'start' : 'center',
      });
    }
    wanted.current = null;
  });

  return useCallback((place: Place) => {
    wanted.current = place;
    // Rows that were loaded for this place are in this render, or already in the last one.
    rerender();
  }, []);
}

/** Over a few screens a movement shows where one comes from; over more it is only a blur. */
function mayGlide(virtualizer: TimelineVirtualizer): boolean {
  const height = virtualizer.scrollElement?.clientHeight ?? 0;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return !still && virtualizer.getDistanceFromEnd() < 3 * height;
}
