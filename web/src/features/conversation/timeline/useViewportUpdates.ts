import { useCallback, useEffect, useLayoutEffect, type RefObject } from 'react';
import { nearEnd, roomAbove, type TimelineVirtualizer } from './useTimelineVirtualizer';
import { updateViewport, type Viewport } from './viewport';

/**
 * Keeps the viewport in step with scrolling and with what comes in. Stands after the hooks that ask
 * what was in view before a render.
 */
export function useViewportUpdates(
  viewport: Viewport,
  virtualizer: TimelineVirtualizer,
  scrollerRef: RefObject<HTMLDivElement | null>,
): void {
  const look = useCallback(() => {
    const element = scrollerRef.current;
    if (!element) return;
    const view = whatIsInView(virtualizer, element);
    const { atEnd, topEdge } = viewport.getState();
    // What grows at the end does not lead away from it: only scrolling up does.
    const stays = atEnd && view.topEdge >= topEdge;
    updateViewport(viewport, { ...view, atEnd: view.atEnd || stays });
  }, [viewport, virtualizer, scrollerRef]);

  // After every render: rows may have come, gone or moved.
  useLayoutEffect(look);
  useEffect(() => {
    const element = scrollerRef.current;
    element?.addEventListener('scroll', look, { passive: true });
    return () => element?.removeEventListener('scroll', look);
  }, [scrollerRef, look]);
}

/** The floating day and the space above it, pixels. */
const floatingHeight = 40;

/** Of the last row some pixels may be hidden: its padding, a rounded scroll position. */
const slack = 16;

function whatIsInView(virtualizer: TimelineVirtualizer, element: HTMLDivElement) {
  const topEdge = element.scrollTop;
  const bottomEdge = topEdge + element.clientHeight;
  const itemAt = (offset: number) => virtualizer.getVirtualItemForOffset(offset);
  const first = itemAt(topEdge);
  const last = itemAt(bottomEdge);
  const anchor = first && first.start < topEdge ? first.index + 1 : (first?.index ?? 0);
  return {
    topEdge,
    atEnd: element.scrollHeight - bottomEdge <= nearEnd,
    anchor: virtualizer.options.getItemKey(anchor),
    top: topEdge < roomAbove ? -1 : (first?.index ?? -1),
    under: itemAt(topEdge + floatingHeight)?.index ?? -1,
    bottom: last ? (last.end <= bottomEdge + slack ? last.index : last.index - 1) : -1,
  };
}
