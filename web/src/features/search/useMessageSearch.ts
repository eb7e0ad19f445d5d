import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Found } from '@tingting/sdk';
import { useClient } from '@/client/useClient';
import { searchOf, type SearchWish } from './wish';

export type MessageSearchState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: unknown; readonly retry: () => void }
  | {
      readonly status: 'found';
      readonly found: readonly Found[];
      /** Found for another wish; the new answer is on its way. */
      readonly stale: boolean;
      /** Fetches the next page; null when this is all. */
      readonly more: (() => void) | null;
      readonly loadingMore: boolean;
    };

const pageSize = 30;

/** Messages with these words, the newest first. */
export function useMessageSearch(wish: SearchWish): MessageSearchState {
  const client = useClient();
  const search = searchOf(wish);
  const query = useInfiniteQuery({
    queryKey: ['messages', search],
    queryFn: ({ pageParam, signal }) =>
      client.api.search.messages(
        { ...search, limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    enabled: search.q !== '',
    placeholderData: keepPreviousData,
  });

  if (search.q === '') return { status: 'idle' };
  if (query.isError) {
    return { status: 'failed', error: query.error, retry: () => void query.refetch() };
  }
  if (!query.data) return { status: 'loading' };
  return {
    status: 'found',
    found: query.data.pages.flatMap((page) => page.items),
    stale: query.isPlaceholderData,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    loadingMore: query.isFetchingNextPage,
  };
}
