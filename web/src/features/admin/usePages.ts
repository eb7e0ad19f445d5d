import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { CallOptions, Page } from '@tingting/sdk';

export type Pages<Item> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: unknown; readonly retry: () => void }
  | {
      readonly status: 'there';
      readonly items: readonly Item[];
      /** Fetches the next page; null when this is all. */
      readonly more: (() => void) | null;
      readonly loadingMore: boolean;
    };

/** All that was asked in office begins with this in its key. */
export const administration = 'administration';

/** A list that comes in pages, asked again every so often. */
export function usePages<Item>(
  key: readonly unknown[],
  fetch: (page: { readonly cursor?: string }, options: CallOptions) => Promise<Page<Item>>,
): Pages<Item> {
  const query = useInfiniteQuery({
    queryKey: [administration, ...key],
    queryFn: ({ pageParam, signal }) =>
      fetch(pageParam === null ? {} : { cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: 20_000,
    refetchOnMount: 'always',
  });
  if (query.data) {
    return {
      status: 'there',
      items: query.data.pages.flatMap((page) => page.items),
      more: query.hasNextPage ? () => void query.fetchNextPage() : null,
      loadingMore: query.isFetchingNextPage,
    };
  }
  if (query.isError) {
    return { status: 'failed', error: query.error, retry: () => void query.refetch() };
  }
  return { status: 'loading' };
}
