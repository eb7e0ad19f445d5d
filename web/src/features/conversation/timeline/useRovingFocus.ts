import {
  useCallback,
  useLayoutEffect,
  useReducer,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { TimelineRow } from './rows';
import type { TimelineVirtualizer } from './useTimelineVirtualizer';
import type { Viewport } from './viewport';

export interface RovingFocus {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/**
 * Moves the keyboard through the messages: the timeline is one stop of the Tab key, the arrows, Home
 * and End go from message to message. The row that has it is known by key and kept mounted.
 */
export function useRovingFocus(
  rows: readonly TimelineRow[],
  virtualizer: TimelineVirtualizer,
  viewport: Viewport,
  scrollerRef: RefObject<HTMLDivElement | null>,
  focusedKeyRef: RefObject<string | null>,
): RovingFocus {
  const heading = useRef<string | null>(null);
  const [, rerender] = useReducer((times: number) => times + 1, 0);

  useLayoutEffect(() => {
    const key = heading.current;
    if (key === null) return;
    const index = rows.findIndex((row) => row.key === key);
    const message = messageElement(scrollerRef.current, index);
    if (!message) return;
    heading.current = null;
    message.focus({ preventScroll: true });
  });

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const from = rows.findIndex((row) => row.key === focusedKeyRef.current);
      const target = destination(event.key, rows, from, viewport.getState().bottom);
      const key = target === null ? undefined : rows[target]?.key;
      if (target === null || key === undefined) return;
      event.preventDefault();
      heading.current = key;
      focusedKeyRef.current = key;
      virtualizer.scrollToIndex(target, { align: 'auto' });
      rerender();
    },
    [rows, virtualizer, viewport, focusedKeyRef],
  );

  const onFocus = useCallback(
    (event: FocusEvent) => {
      const row = event.target.closest('[data-index]');
      const index = Number(row?.getAttribute('data-index') ?? -1);
      focusedKeyRef.current = rows[index]?.key ?? focusedKeyRef.current;
    },
    [rows, focusedKeyRef],
  );

  const onBlur = useCallback(
    (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) focusedKeyRef.current = null;
    },
    [focusedKeyRef],
  );

  return { onKeyDown, onFocus, onBlur };
}

/** The row a key leads to; null where it leads nowhere. Lines between messages are passed over. */
export function destination(
  key: string,
  rows: readonly TimelineRow[],
  from: number,
  lastInView: number,
): number | null {
  const seek = (start: number, step: 1 | -1): number | null => {
    for (let index = start; index >= 0 && index < rows.length; index += step) {
      if (rows[index]?.kind === 'message') return index;
    }
    return null;
  };
  switch (key) {
    case 'ArrowUp':
      return seek(from < 0 ? lastInView : from - 1, -1);
    case 'ArrowDown':
      return from < 0 ? seek(lastInView, -1) : seek(from + 1, 1);
    case 'Home':
      return seek(0, 1);
    case 'End':
      return seek(rows.length - 1, -1);
    default:
      return null;
  }
}

function messageElement(scroller: HTMLElement | null, index: number): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-index="${index}"] [data-message]`) ?? null;
}
