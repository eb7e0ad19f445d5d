import { useEffect } from 'react';
import { useConversation } from '../useConversation';
import { seqOf } from './place';
import type { TimelineRow } from './rows';
import type { Viewport } from './viewport';

/** Marks as read what has been on screen, while the window has the reader's attention. */
export function useReadMark(viewport: Viewport, rows: readonly TimelineRow[]): void {
  const conversation = useConversation();

  useEffect(() => {
    const mark = () => {
      if (document.visibilityState !== 'visible' || !document.hasFocus()) return;
      for (let index = viewport.getState().bottom; index >= 0; index -= 1) {
        const seq = seqOf(rows[index]);
        if (seq === null) continue;
        conversation.read(seq);
        return;
      }
    };
    mark();
    const stop = viewport.subscribe(mark);
    window.addEventListener('focus', mark);
    document.addEventListener('visibilitychange', mark);
    return () => {
      stop();
      window.removeEventListener('focus', mark);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [conversation, viewport, rows]);
}
