import type { UserId } from '../wire/ids.js';
import type { Member } from '../wire/records.js';
import type { ConversationState, Marks } from './state.js';

type Marked = Pick<ConversationState, 'marks' | 'reach'>;

/** One member came this far. Marks never go back, so what is no news answers the same object. */
export function marked(state: Marked, me: UserId, user: UserId, change: Partial<Marks>): Marked {
  const before = state.marks.get(user) ?? { delivered: 0, read: 0 };
  const read = Math.max(before.read, change.read ?? 0);
  const delivered = Math.max(before.delivered, change.delivered ?? 0, read);
  if (read === before.read && delivered === before.delivered) return state;
  const marks = new Map(state.marks).set(user, { delivered, read });
  if (user === me) return { marks, reach: state.reach };
  return {
    marks,
    reach: {
      delivered: Math.max(state.reach.delivered, delivered),
      read: Math.max(state.reach.read, read),
    },
  };
}

export const markedByMembers = (state: Marked, me: UserId, members: readonly Member[]): Marked =>
  members.reduce(
    (sum, { user_id, read_seq = 0, delivered_seq = 0 }) =>
      marked(sum, me, user_id, { read: read_seq, delivered: delivered_seq }),
    state,
  );
