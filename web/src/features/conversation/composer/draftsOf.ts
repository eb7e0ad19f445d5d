import type { TingTing, UserId } from '@tingting/sdk';
import { Drafts } from './Drafts';

const kept = new WeakMap<TingTing, Drafts>();

/** The drafts of this user on this device: the same object until somebody else signs in. */
export function draftsOf(client: TingTing, user: UserId): Drafts {
  const known = kept.get(client);
  if (known?.user === user) return known;
  const drafts = new Drafts(user, localStorage);
  kept.set(client, drafts);
  return drafts;
}
