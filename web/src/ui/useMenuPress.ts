import { useRef, type MouseEvent } from 'react';

/**
 * A press on the button of a menu that opens elsewhere: the one that has just closed the menu, as
 * every press beside it does, does not open it again.
 */
export function useMenuPress(open: boolean, onOpen: (box: DOMRect) => void) {
  const closes = useRef(false);
  return {
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    onPointerDown: () => {
      closes.current = open;
    },
    onClick: (event: MouseEvent) => {
      if (!closes.current) onOpen(event.currentTarget.getBoundingClientRect());
      closes.current = false;
    },
  } as const;
}
