import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';

/** How long a finger rests before it means the menu, milliseconds. */
const longPressMs = 500;
/** A finger that travels this far scrolls, pixels. */
const slack = 10;

/** Where on the page, pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Press extends Point {
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * The ways to ask for the menu of a thing: the secondary button, the menu key, the caller's own key,
 * and a long press, which not every touch browser tells of by itself.
 */
export function useMenuGesture(
  open: (point: Point) => void,
  isMenuKey: (event: KeyboardEvent) => boolean,
) {
  const press = useRef<Press | null>(null);
  const opened = useRef(false);

  const letGo = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };
  return {
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault();
      letGo();
      if (opened.current) return;
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
      opened.current = false;
      if (event.pointerType !== 'touch') return;
      const point = { x: event.clientX, y: event.clientY };
      const timer = setTimeout(() => {
        opened.current = true;
        open(point);
      }, longPressMs);
      press.current = { ...point, timer };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const from = press.current;
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > slack) letGo();
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    // The finger that opened the menu follows no link when it is lifted.
    onClickCapture: (event: MouseEvent) => {
      if (!opened.current) return;
      opened.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function middleOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + Math.min(width / 2, 120), y: top + height / 2 };
}
