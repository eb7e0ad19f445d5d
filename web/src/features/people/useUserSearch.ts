import { useEffect, useState } from 'react';
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { User } from '@tingting/sdk';
import { tiesKey } from '@/client/ties/useTies';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { useRecentPeople } from './useRecentPeople';

export type UserSearch =
  | { readonly status: 'recent'; readonly users: readonly User[]; readonly stale: false }
  /** `stale`: found for what stood there before; the new answer is on its way. */
  | { readonly status: 'found'; readonly users: readonly User[]; readonly stale: boolean }
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: unknown; readonly retry: () => void };

/** Keys in quick succession are one search. */
const pauseMs = 180;

/** People by name: those one wrote with until there is something to search for. */
export function useUserSearch(text: string): {
  readonly search: UserSearch;
  /** The answer to exactly what stands there now, without waiting for a pause; empty if none comes. */
  readonly findNow: () => Promise<readonly User[]>;
} {
  const client = useClient();
  const me = useMe().user_id;
  const recent = useRecentPeople();
  const wish = text.trim();
  const query = useSettled(wish);
  const queries = useQueryClient();
  const options = (name: string) =>
    queryOptions({
      // Among the ties: whom one has blocked, or was blocked by, is not found any more.
      queryKey: [tiesKey, 'users', name],
      queryFn: async ({ signal }) => {
        const { items } = await client.api.users.search({ query: name, limit: 20 }, { signal });
        return items.filter((user) => user.user_id !== me);
      },
    });
  const found = useQuery({
    ...options(query),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });

  return {
    search: present(),
    // A failure shows in `search`, which asks the same question.
    findNow: () => queries.query(options(wish)).catch(() => []),
  };

  function present(): UserSearch {
    if (wish === '') return { status: 'recent', users: recent, stale: false };
    if (found.isError) {
      return { status: 'failed', error: found.error, retry: () => void found.refetch() };
    }
    if (!found.data) return { status: 'loading' };
    return {
      status: 'found',
      users: found.data,
      stale: found.isPlaceholderData || query !== wish,
    };
  }
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
