import type { MouseEvent } from 'react';

/** So long a finger stays to mean the menu, milliseconds. */
const patience = 450;
/** A finger that moved farther than this scrolls, pixels. */
const slack = 10;

/** Where on the page, pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Calls back when the finger that has just come down stays where it is. What the browser makes of
 * its lifting afterwards (a click on a link) does not happen. Not every touch browser tells of a
 * long press by itself; one that does sends a `contextmenu` beside, see `isByTouch`.
 */
export function watchLongPress(
  { clientX: x, clientY: y }: PointerEvent,
  pressed: (point: Point) => void,
): void {
  const watching = new AbortController();
  const { signal } = watching;
  const timer = setTimeout(() => {
    watching.abort();
    swallowClick();
    pressed({ x, y });
  }, patience);
  signal.addEventListener('abort', () => clearTimeout(timer));
  const stop = () => watching.abort();
  const moved = (event: PointerEvent) => {
    if (Math.hypot(event.clientX - x, event.clientY - y) > slack) stop();
  };
  window.addEventListener('pointermove', moved, { signal });
  window.addEventListener('pointerup', stop, { signal });
  window.addEventListener('pointercancel', stop, { signal });
}

/** Whether a `contextmenu` is the browser's word for a long press. */
export function isByTouch({ nativeEvent }: MouseEvent): boolean {
  return (nativeEvent as PointerEvent).pointerType === 'touch';
}

function swallowClick(): void {
  const over = new AbortController();
  const { signal } = over;
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, signal });
  // The click comes right after the finger is lifted, if one comes at all.
  const lifted = () => setTimeout(() => over.abort());
  window.addEventListener('pointerup', lifted, { signal });
  window.addEventListener('pointercancel', lifted, { signal });
}
