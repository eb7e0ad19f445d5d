import { useCallback, useLayoutEffect, type RefCallback, type RefObject } from 'react';
import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range,
  type ReactVirtualizer,
} from '@tanstack/react-virtual';
import { estimateHeight } from './estimateHeight';
import { keepsPlace } from './keepsPlace';
import type { TimelineRow } from './rows';
import type { Viewport } from './viewport';

export type TimelineVirtualizer = ReactVirtualizer<HTMLDivElement, HTMLDivElement>;

/** Within this many pixels of the end one is at the end. */
export const nearEnd = 60;

/** Room above the first row: what is told there (loading, the beginning) never moves a row. */
export const roomAbove = 56;

/**
 * Shows the rows in view and a few around. Rows are known by key and held by the first one in view,
 * so the place of reading survives rows that come in above, in the middle, or below in the same
 * render. Positions are written to the DOM directly: scrolling within the mounted rows renders
 * nothing.
 */
export function useTimelineVirtualizer(
  rows: readonly TimelineRow[],
  viewport: Viewport,
  scrollerRef: RefObject<HTMLDivElement | null>,
  /** The row that has the keyboard: it stays mounted wherever one scrolls. */
  focusedKeyRef: RefObject<string | null>,
): { virtualizer: TimelineVirtualizer; container: RefCallback<HTMLDivElement> } {
  const keepFocused = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (focusedKeyRef.current === null) return shown;
      const focused = rows.findIndex((row) => row.key === focusedKeyRef.current);
      if (focused < 0 || shown.includes(focused)) return shown;
      return [...shown, focused].sort((a, b) => a - b);
    },
    [rows, focusedKeyRef],
  );
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const estimateSize = useCallback(
    (index: number) => {
      const row = rows[index];
      return row ? estimateHeight(row) : 0;
    },
    [rows],
  );

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scrollerRef.current,
    getItemKey,
    estimateSize,
    rangeExtractor: keepFocused,
    overscan: 8,
    paddingStart: roomAbove,
    paddingEnd: 12,
    anchorTo: 'end',
    scrollEndThreshold: nearEnd,
    directDomUpdates: true,
    directDomUpdatesMode: 'position',
  });

  useLayoutEffect(() => {
    virtualizer.shouldAdjustScrollPositionOnItemSizeChange = keepsPlace(viewport);
  }, [virtualizer, viewport]);

  const container = useCallback(
    (element: HTMLDivElement | null) => virtualizer.containerRef(element),
    [virtualizer],
  );
  return { virtualizer, container };
}
