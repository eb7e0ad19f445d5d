import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { steadyOrder } from './steadyOrder';

/** A pointer that has not moved for this long aims at nothing. */
const restMs = 4000;

interface Handlers {
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerDown: () => void;
  readonly onPointerLeave: () => void;
}

/** The order as it is wanted, but held still while a pointer is at work on the list. */
export function useSteadyOrder<Id>(wanted: readonly Id[]): [readonly Id[], Handlers] {
  const [held, setHeld] = useState<readonly Id[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = () => {
    clearTimeout(timer.current);
    setHeld(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const shown = held ? steadyOrder(held, wanted) : wanted;
  const hold = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(release, restMs);
    setHeld((present) => present ?? shown);
  };
  const handlers: Handlers = {
    // A finger that scrolls is not aiming; one that presses is.
    onPointerMove: (event) => {
      if (event.pointerType === 'mouse') hold();
    },
    onPointerDown: hold,
    onPointerLeave: release,
  };
  return [shown, handlers];
}
