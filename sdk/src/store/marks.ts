import type { UserId } from '../wire/ids.js';
import type { Member } from '../wire/records.js';
import type { ConversationState, Marks } from './state.js';

type Marked = Pick<ConversationState, 'marks' | 'reach'>;

/** One member came this far. Marks never go back; what is no news answers the same ones. */
export function marked(
  { marks: all, reach }: Marked,
  me: UserId,
  user: UserId,
  change: Partial<Marks>,
): Marked {
  const before = all.get(user) ?? { delivered: 0, read: 0 };
  const read = Math.max(before.read, change.read ?? 0);
  const delivered = Math.max(before.delivered, change.delivered ?? 0, read);
  if (read === before.read && delivered === before.delivered) {
    return { marks: all, reach };
  }
  const marks = new Map(all).set(user, { delivered, read });
  if (user === me) return { marks, reach };
  return {
    marks,
    reach: {
      delivered: Math.max(reach.delivered, delivered),
      read: Math.max(reach.read, read),
    },
  };
}

export const markedByMembers = (state: Marked, me: UserId, members: readonly Member[]): Marked =>
  members.reduce(
    (sum, { user_id, read_seq = 0, delivered_seq = 0 }) =>
      marked(sum, me, user_id, { read: read_seq, delivered: delivered_seq }),
    state,
  );
