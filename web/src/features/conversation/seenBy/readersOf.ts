import type { Marks, Member, Message, Receipt, UserId } from '@tingting/sdk';

export interface Readers {
  readonly read: readonly UserId[];
  /** Have it on a device, but have not read it. */
  readonly delivered: readonly UserId[];
}

/** By how far each member is known to have come; the sender is left out. */
export function readersByMarks(
  { seq, user_id: sender }: Message,
  members: readonly Member[],
  marks: ReadonlyMap<UserId, Marks>,
): Readers {
  return readersOf(
    members
      .filter(({ user_id }) => user_id !== sender)
      .map(({ user_id }) => {
        const mark = marks.get(user_id) ?? { delivered: 0, read: 0 };
        return { user_id, read: mark.read >= seq, delivered: mark.delivered >= seq };
      }),
  );
}

export function readersOf(receipts: readonly Receipt[]): Readers {
  const users = (some: readonly Receipt[]) => some.map(({ user_id }) => user_id);
  return {
    read: users(receipts.filter(({ read }) => read)),
    delivered: users(receipts.filter(({ read, delivered }) => delivered && !read)),
  };
}
