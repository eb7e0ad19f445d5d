import type { TingTing } from '@tingting/sdk';
import { PendingRecalls } from './PendingRecalls';

const kept = new WeakMap<TingTing, PendingRecalls>();

/** The recalls of this client: the same object wherever in the app one is. */
export function pendingRecallsOf(
  client: TingTing,
  failed: (error: unknown) => void,
): PendingRecalls {
  const known = kept.get(client);
  if (known) return known;
  const made = new PendingRecalls(failed);
  kept.set(client, made);
  window.addEventListener('pagehide', () => made.finishAll());
  return made;
}
