import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  everyPage,
  type Block,
  type CallOptions,
  type Friend,
  type FriendRequest,
  type Page,
} from '@tingting/sdk';
import { useCallback } from 'react';
import { useClient } from '../useClient';
import { useTieNews } from './useTieNews';

/** What begins the key of every list of ties. */
export const tiesKey = 'ties';

export interface Ties {
  readonly friends: readonly Friend[];
  readonly requests: readonly FriendRequest[];
  readonly blocks: readonly Block[];
}

export type TiesState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: unknown; readonly retry: () => void }
  | ({ readonly status: 'there' } & Ties);

/** How one stands to others: friends, requests in both directions, and whom one has blocked. */
export function useTies(): TiesState {
  const { api } = useClient();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: [tiesKey],
    queryFn: async ({ signal }): Promise<Ties> => {
      const all = <Item>(
        list: (cursor?: string, options?: CallOptions) => Promise<Page<Item>>,
      ): Promise<readonly Item[]> => everyPage((cursor) => list(cursor, { signal }));
      const [friends, requests, blocks] = await Promise.all([
        all<Friend>((...page) => api.friends.list(...page)),
        all<FriendRequest>((...page) => api.friends.requests(...page)),
        all<Block>((...page) => api.blocks.list(...page)),
      ]);
      return { friends, requests, blocks };
    },
  });
  useTieNews(useCallback(() => void queries.invalidateQueries({ queryKey: [tiesKey] }), [queries]));
  if (query.data) return { status: 'there', ...query.data };
  if (query.isError) {
    return { status: 'failed', error: query.error, retry: () => void query.refetch() };
  }
  return { status: 'loading' };
}
