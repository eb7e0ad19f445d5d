import { Check } from 'lucide-react';
import type { User } from '@tingting/sdk';
import { UserAvatar } from '@/client/UserAvatar';
import { cn } from '@/ui/cn';

export interface UserOptionProps {
  readonly id: string;
  readonly user: User;
  /** Where the arrow keys stand. */
  readonly active: boolean;
  readonly picked: boolean | undefined;
  /** Why this one cannot be picked. */
  readonly note: string | undefined;
  readonly onPick: () => void;
  readonly onPoint: () => void;
}

/** One person in the list of a search. */
export function UserOption({ id, user, active, picked, note, onPick, onPoint }: UserOptionProps) {
  const barred = note !== undefined;
  return (
    // The combobox above holds the focus and answers the keys for its options.
    // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
    <li
      id={id}
      role="option"
      aria-selected={picked ?? active}
      aria-disabled={barred || undefined}
      className={cn(
        'flex h-14 items-center gap-3 rounded-md px-2 select-none',
        active && 'bg-hover',
        barred ? 'opacity-60' : 'cursor-pointer',
      )}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <UserAvatar user={user} ring="ring-raised" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{user.display_name}</span>
        <span className="block truncate text-sm text-ink-faint">{note ?? `@${user.username}`}</span>
      </span>
      {picked === true && (
        <Check aria-hidden className="mr-1 size-[18px] text-accent-ink" strokeWidth={2.25} />
      )}
    </li>
  );
}
