import type { Place } from './place';
import type { TimelineVirtualizer } from './useTimelineVirtualizer';

/** So many rows of what was read before stay in view above what is new. */
const contextRows = 2;

export function scrollToPlace(virtualizer: TimelineVirtualizer, place: Place, index: number): void {
  switch (place.at) {
    case 'end':
      virtualizer.scrollToEnd({
        behavior: place.smoothly === true && mayGlide(virtualizer) ? 'smooth' : 'auto',
      });
      return;
    case 'unread':
      virtualizer.scrollToIndex(Math.max(0, index - contextRows), { align: 'start' });
      return;
    case 'message':
      virtualizer.scrollToIndex(index, { align: 'center' });
  }
}

/** Over a few screens a movement shows where one comes from; over more it is only a blur. */
function mayGlide(virtualizer: TimelineVirtualizer): boolean {
  const height = virtualizer.scrollElement?.clientHeight ?? 0;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return !still && virtualizer.getDistanceFromEnd() < 3 * height;
}
