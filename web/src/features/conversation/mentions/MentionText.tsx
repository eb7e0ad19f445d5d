import { use } from 'react';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { cn } from '@/ui/cn';
import { everybody } from './mentionsIn';
import { MentionsContext } from './MentionsContext';

/** A name after an @: stands out when the message calls this person, and more when that is oneself. */
export function MentionText({ name }: { name: string }) {
  const { users, all } = use(MentionsContext);
  const me = useMe().user_id;
  const called = useStore(useClient().people, (people) => {
    if (users.length === 0) return undefined;
    const wanted = name.toLowerCase();
    return users
      .map((id) => people.users.get(id))
      .find((user) => user?.username.toLowerCase() === wanted);
  });
  const forAll = all && name.toLowerCase() === everybody;
  if (!called && !forAll) return `@${name}`;
  return (
    <span
      data-mention
      className={cn(
        'font-medium text-accent-ink',
        (forAll || called?.user_id === me) &&
          'rounded-sm bg-accent box-decoration-clone px-1 text-on-accent',
      )}
    >
      @{called?.display_name ?? name}
    </span>
  );
}
