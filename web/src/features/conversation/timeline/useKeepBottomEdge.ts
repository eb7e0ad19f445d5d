import { useEffect, type RefObject } from 'react';

/**
 * When the timeline is given more or less height (a keyboard opens, the composer takes a line), its
 * bottom edge stays with the words that stood there.
 */
export function useKeepBottomEdge(scrollerRef: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = scrollerRef.current;
    if (!element) return undefined;
    let height = element.clientHeight;
    let edge = element.scrollTop + height;
    const note = () => {
      // A scroll position that the browser clamped for a new height is no wish of the reader.
      if (element.clientHeight === height) edge = element.scrollTop + height;
    };
    const observer = new ResizeObserver(() => {
      if (element.clientHeight === height) return;
      height = element.clientHeight;
      element.scrollTop = edge - height;
    });
    observer.observe(element);
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', note);
    };
  }, [scrollerRef]);
}
