import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';

/**
 * Whether a row's new height moves the scroll position along. Every row that ends above the view
 * does, also while one scrolls up: the virtualiser's own rule leaves those out, and rows whose
 * height is learnt late (pictures, fonts) then push away what one is reading.
 */
export function keepsPlace(
  item: VirtualItem,
  _growth: number,
  virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>,
): boolean {
  const offset = virtualizer.scrollOffset ?? 0;
  const measuredBefore = virtualizer.itemSizeCache.has(item.key);
  return measuredBefore ? item.end <= offset : item.start < offset;
}
