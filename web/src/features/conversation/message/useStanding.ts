import { useStore } from 'zustand';
import { usePendingRecalls } from '../recall/usePendingRecalls';
import { isOutgoing, type Entry } from '../timeline/entry';

/** `going`: it is about to be recalled, and that can be undone. */
export type Standing = 'stands' | 'going' | 'recalled';

export function useStanding(entry: Entry): Standing {
  const going = useStore(
    usePendingRecalls().store,
    (pending) => !isOutgoing(entry) && pending.has(entry.message_id),
  );
  if (!isOutgoing(entry) && entry.recalled_at !== null) return 'recalled';
  return going ? 'going' : 'stands';
}
