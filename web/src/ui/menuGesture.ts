import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { isByTouch, watchLongPress, type Point } from './longPress';

/**
 * The ways to ask for the menu of a thing: the secondary button, the menu key, the caller's own key,
 * and a long press.
 */
export function menuGesture(
  open: (point: Point) => void,
  isMenuKey: (event: KeyboardEvent) => boolean,
) {
  return {
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault();
      if (isByTouch(event)) return; // the long press has opened it
      // A key has no place of its own.
      const byKey = event.clientX === 0 && event.clientY === 0;
      open(byKey ? middleOf(event.currentTarget) : { x: event.clientX, y: event.clientY });
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!isMenuKey(event)) return;
      event.preventDefault();
      open(middleOf(event.currentTarget));
    },
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType === 'touch') watchLongPress(event.nativeEvent, open);
    },
  };
}

function middleOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + Math.min(width / 2, 120), y: top + height / 2 };
}
