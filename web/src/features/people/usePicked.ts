import { useMemo, useState } from 'react';
import type { User, UserId } from '@tingting/sdk';

/** People being chosen, in the order they were. */
export function usePicked() {
  const [people, setPeople] = useState<readonly User[]>([]);
  const ids = useMemo(() => new Set(people.map((user) => user.user_id)), [people]);

  const remove = (id: UserId) =>
    setPeople((present) => present.filter((user) => user.user_id !== id));
  const toggle = (user: User) =>
    ids.has(user.user_id) ? remove(user.user_id) : setPeople((present) => [...present, user]);
  const takeBack = () => setPeople((present) => present.slice(0, -1));

  return { people, ids, remove, toggle, takeBack };
}
