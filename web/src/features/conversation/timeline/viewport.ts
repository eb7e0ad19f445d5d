import { createStore, type StoreApi } from 'zustand/vanilla';

/** What of the timeline is on screen. */
export interface ViewportState {
  /** The newest row is in view, or all but: new messages scroll. */
  readonly atEnd: boolean;
  /** Index of the first row in view. */
  readonly top: number;
  /** Index of the last row of which everything has been in view, -1 for none. */
  readonly bottom: number;
}

/**
 * Written on every scroll, outside React; who needs one of its answers subscribes to that one, so
 * that scrolling renders nothing but what it changes.
 */
export type Viewport = StoreApi<ViewportState>;

export function createViewport(): Viewport {
  return createStore<ViewportState>(() => ({ atEnd: true, top: 0, bottom: -1 }));
}

export function updateViewport(viewport: Viewport, next: ViewportState): void {
  const known = viewport.getState();
  const same =
    known.atEnd === next.atEnd && known.top === next.top && known.bottom === next.bottom;
  if (!same) viewport.setState(next, true);
}
