import type { ReactNode } from 'react';
import type { User } from '@tingting/sdk';
import { useUser } from '@/client/useUser';
import { UserAvatar } from '@/client/UserAvatar';

export interface PersonRowProps {
  readonly user: User;
  /** Under the name; else the username. */
  readonly note?: string;
  /** What there is to do about them. */
  readonly children: ReactNode;
}

/** One person, and what there is to do. On narrow screens that goes below the name. */
export function PersonRow({ user, note, children }: PersonRowProps) {
  const current = useUser(user.user_id) ?? user;
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 rounded-md px-2 py-2 hover:bg-hover">
      <UserAvatar user={current} />
      <div className="min-w-32 flex-1">
        <p className="truncate font-medium">{current.display_name}</p>
        <p className="truncate text-sm text-ink-faint">{note ?? `@${current.username}`}</p>
      </div>
      <div className="ml-auto flex items-center gap-2">{children}</div>
    </div>
  );
}
