import { useCallback, type KeyboardEvent } from 'react';

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/**
 * The arrow keys, Home and End move the focus among the `[data-roving]` elements of a vertical
 * list; Tab enters and leaves it as one stop. Which element is that stop is the caller's to say, by
 * giving it `tabIndex={0}` and the others -1; the stop follows the focus from there.
 */
export function useRovingFocus(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    const step = steps[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-roving]')];
    const at = stops.findIndex((stop) => stop.contains(document.activeElement));
    const next = stops[step(at, stops.length)];
    if (!next) return;
    event.preventDefault();
    for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
    next.focus();
  }, []);
}
