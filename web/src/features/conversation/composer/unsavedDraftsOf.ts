import type { TingTing, UserId } from '@tingting/sdk';
import { UnsavedDrafts } from './UnsavedDrafts';

const kept = new WeakMap<TingTing, UnsavedDrafts>();

/** The drafts of this user on this device: the same object until somebody else signs in. */
export function unsavedDraftsOf(client: TingTing, user: UserId): UnsavedDrafts {
  const known = kept.get(client);
  if (known?.user === user) return known;
  const drafts = new UnsavedDrafts(user, localStorage);
  kept.set(client, drafts);
  return drafts;
}
