import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import type { Viewport } from './viewport';

type Instance = Virtualizer<HTMLDivElement, HTMLDivElement>;

/**
 * Decides whether a row's height, once it is known, moves the scroll position along.
 *
 * A row that was on screen before does so when it ends above the view, also while one scrolls up:
 * the virtualiser's own rule leaves those out, and rows whose height is learnt late (pictures,
 * fonts) then push away what one is reading. A row that is measured for the first time does so when
 * it stands above the first row in view, even if it came into view itself: at the very top of what
 * was loaded, older messages appear in the space over that row.
 */
export function keepsPlace(viewport: Viewport) {
  return (item: VirtualItem, _growth: number, virtualizer: Instance): boolean => {
    const offset = virtualizer.scrollOffset ?? 0;
    if (virtualizer.itemSizeCache.has(item.key)) return item.end <= offset;
    return item.start < offset || standsAbove(item.index, viewport.getState().anchor, virtualizer);
  };
}

/** Whether this key is one of the mounted rows further down. */
function standsAbove(
  index: number,
  key: VirtualItem['key'] | null,
  virtualizer: Instance,
): boolean {
  if (key === null) return false;
  const { getItemKey, overscan } = virtualizer.options;
  const last = (virtualizer.range?.endIndex ?? -1) + overscan;
  for (let below = index + 1; below <= last; below += 1) {
    if (getItemKey(below) === key) return true;
  }
  return false;
}
