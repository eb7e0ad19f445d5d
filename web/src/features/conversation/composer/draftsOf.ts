import type { UserId } from '@tingting/sdk';
import { Drafts } from './Drafts';

const kept = new Map<UserId, Drafts>();

/** The drafts of this user on this device, for as long as the page lives. */
export function draftsOf(user: UserId): Drafts {
  let drafts = kept.get(user);
  if (!drafts) {
    drafts = new Drafts(user, localStorage);
    kept.set(user, drafts);
  }
  return drafts;
}
