import type { FriendRequest, UserId } from '@tingting/sdk';
import { useTies, type Ties } from './useTies';

/** How one stands to a person. */
export type Tie =
  | { readonly kind: 'none' | 'friend' | 'blocked' }
  | { readonly kind: 'incoming' | 'outgoing'; readonly request: FriendRequest };

/** Null while it is not known. */
export function useTie(user: UserId): Tie | null {
  const ties = useTies();
  return ties.status === 'there' ? tieTo(user, ties) : null;
}

export function tieTo(user: UserId, { friends, requests, blocks }: Ties): Tie {
  const is = (one: { readonly user_id: UserId }) => one.user_id === user;
  if (blocks.some(is)) return { kind: 'blocked' };
  if (friends.some(is)) return { kind: 'friend' };
  const request = requests.find(is);
  return request ? { kind: request.direction, request } : { kind: 'none' };
}
