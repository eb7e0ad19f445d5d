import type { VirtualItem } from '@tanstack/react-virtual';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What of the timeline is on screen. */
export interface ViewportState {
  /** The newest row is in view, or all but: new messages scroll. */
  readonly atEnd: boolean;
  /** The scroll position, pixels. */
  readonly topEdge: number;
  /** Key of the first row whose beginning is in view: where one reads. */
  readonly anchor: VirtualItem['key'] | null;
  /** Index of the first row in view; -1 while there is room above it. */
  readonly top: number;
  /** Index of the row at the lower edge of the day that floats over the top. */
  readonly under: number;
  /** Index of the last row of which everything has been in view, -1 for none. */
  readonly bottom: number;
  /** A place was asked for and is not reached yet. */
  readonly onTheWay: boolean;
}

/**
 * Written on every scroll, outside React; who needs one of its answers subscribes to that one, so
 * that scrolling renders nothing but what it changes.
 */
export type Viewport = StoreApi<ViewportState>;

export function createViewport(): Viewport {
  return createStore<ViewportState>(() => ({
    atEnd: false,
    topEdge: 0,
    anchor: null,
    top: -1,
    under: -1,
    bottom: -1,
    onTheWay: false,
  }));
}

export function updateViewport(viewport: Viewport, next: Omit<ViewportState, 'onTheWay'>): void {
  const known = viewport.getState();
  const same =
    known.topEdge === next.topEdge &&
    known.atEnd === next.atEnd &&
    known.anchor === next.anchor &&
    known.top === next.top &&
    known.under === next.under &&
    known.bottom === next.bottom;
  if (!same) viewport.setState(next);
}
