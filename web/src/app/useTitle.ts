import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';

/** The document's title: what is unread, where one is, and the app's name. */
export function useTitle(page: string): void {
  const unread = useStore(useClient().rooms, (state) => state.totalUnread);
  useEffect(() => {
    document.title = titleOf(page, unread);
  }, [page, unread]);
}

export function titleOf(page: string, unread: number): string {
  const name = page === '' ? 'Ting Ting' : `${page} · Ting Ting`;
  return unread > 0 ? `(${unread > 99 ? '99+' : unread}) ${name}` : name;
}
