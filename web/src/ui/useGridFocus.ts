import { useCallback, type KeyboardEvent } from 'react';

type Step = (stops: readonly HTMLElement[], at: number) => HTMLElement | undefined;

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: (stops, at) => stops[Math.max(at - 1, 0)],
  ArrowRight: (stops, at) => stops[Math.min(at + 1, stops.length - 1)],
  ArrowUp: (stops, at) => nextRow(stops.slice(0, at).reverse(), stops[at]),
  ArrowDown: (stops, at) => nextRow(stops.slice(at + 1), stops[at]),
  Home: (stops) => stops[0],
  End: (stops) => stops.at(-1),
};

/**
 * As `useRovingFocus`, for `[data-roving]` elements that stand in rows and columns: up and down go
 * to what is above and below, however long the rows are.
 */
export function useGridFocus(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    const step = steps[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-roving]')];
    const at = stops.findIndex((stop) => stop.contains(document.activeElement));
    if (at < 0) return;
    event.preventDefault();
    const next = step(stops, at);
    if (!next) return;
    for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
    next.focus();
  }, []);
}

/** Of the first row that is another one: what stands nearest. */
function nextRow(others: readonly HTMLElement[], from?: HTMLElement): HTMLElement | undefined {
  if (!from) return undefined;
  const { top, left } = from.getBoundingClientRect();
  const topOf = (stop: HTMLElement) => stop.getBoundingClientRect().top;
  const first = others.find((stop) => topOf(stop) !== top);
  if (!first) return undefined;
  const far = (stop: HTMLElement) => Math.abs(stop.getBoundingClientRect().left - left);
  return others
    .filter((stop) => topOf(stop) === topOf(first))
    .reduce((best, stop) => (far(stop) < far(best) ? stop : best), first);
}
