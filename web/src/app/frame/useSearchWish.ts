import { useCallback } from 'react';
import { roomId, userId } from '@tingting/sdk';
import { useLocation, useSearchParams } from 'react-router';
import type { SearchWish } from '@/features/search/wish';

/** The parameters of the address that say what is searched for. */
export const searchParameters = ['q', 'in', 'from', 'until'] as const;

/**
 * What is searched for is part of the address: coming back from a message that was found shows the
 * others again.
 */
export function useSearchWish(): [SearchWish, (wish: SearchWish) => void] {
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation() as { state: unknown };
  const [room, from] = [search.get('in'), search.get('from')];
  const wish: SearchWish = {
    words: search.get('q') ?? '',
    room: room === null ? null : roomId(room),
    from: from === null ? null : userId(from),
    until: search.get('until'),
  };

  const setWish = useCallback(
    (next: SearchWish) => {
      const told = { q: next.words, in: next.room, from: next.from, until: next.until };
      setSearch(
        (now) => {
          const params = new URLSearchParams(now);
          for (const name of searchParameters) {
            if (told[name] === null || told[name] === '') params.delete(name);
            else params.set(name, told[name]);
          }
          return params;
        },
        { replace: true, state },
      );
    },
    [setSearch, state],
  );
  return [wish, setWish];
}
