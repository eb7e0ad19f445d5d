import { useCallback, useEffect, useState } from 'react';
import { useConversation } from '../useConversation';
import { useOnReconnect } from '../useOnReconnect';
import type { Viewport } from './viewport';

/** Rows this far from either edge of what is loaded ask for the next page. */
const ahead = 20;

export interface MorePages {
  /** Which direction did not load; nothing more is tried there until `retry`. */
  readonly failed: 'older' | 'newer' | null;
  readonly retry: () => void;
}

/** Loads older messages as one nears the top, and newer ones while one looks at the past. */
export function useMorePages(viewport: Viewport, rowCount: number): MorePages {
  const conversation = useConversation();
  const [failed, setFailed] = useState<MorePages['failed']>(null);

  useEffect(() => {
    const load = (direction: 'older' | 'newer') => {
      const loading = direction === 'older' ? conversation.loadOlder() : conversation.loadNewer();
      loading.catch(() => setFailed(direction));
    };
    const look = () => {
      const { top, bottom, onTheWay } = viewport.getState();
      const { loading, reachesStart, reachesEnd } = conversation.store.getState();
      if (loading !== null || failed !== null || onTheWay || bottom < 0) return;
      if (!reachesStart && top < ahead) load('older');
      else if (!reachesEnd && bottom >= rowCount - ahead) load('newer');
    };
    look();
    const stopViewport = viewport.subscribe(look);
    const stopStore = conversation.store.subscribe((state, before) => {
      if (state.loading === null && before.loading !== null) queueMicrotask(look);
    });
    return () => {
      stopViewport();
      stopStore();
    };
  }, [conversation, viewport, rowCount, failed]);

  const retry = useCallback(() => setFailed(null), []);
  useOnReconnect(retry);
  return { failed, retry };
}
