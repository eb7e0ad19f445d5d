import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { User } from '@tingting/sdk';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { useRecentPeople } from './useRecentPeople';

export type UserSearch =
  | { readonly status: 'recent' | 'found'; readonly users: readonly User[] }
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: unknown; readonly retry: () => void };

/** Keys in quick succession are one search. */
const pauseMs = 180;

/** People by name: those one wrote with until there is something to search for. */
export function useUserSearch(text: string): UserSearch {
  const client = useClient();
  const me = useMe().user_id;
  const recent = useRecentPeople();
  const query = useSettled(text.trim());
  const search = useQuery({
    queryKey: ['users', query],
    queryFn: ({ signal }) => client.api.users.search({ query, limit: 20 }, { signal }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });

  if (text.trim() === '') return { status: 'recent', users: recent };
  if (search.isError) {
    return { status: 'failed', error: search.error, retry: () => void search.refetch() };
  }
  if (!search.data) return { status: 'loading' };
  return { status: 'found', users: search.data.items.filter((user) => user.user_id !== me) };
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
