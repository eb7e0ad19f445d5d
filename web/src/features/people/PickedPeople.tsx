import { X } from 'lucide-react';
import type { User, UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/ui/Avatar';

export interface PickedPeopleProps {
  readonly people: readonly User[];
  readonly onRemove: (user: UserId) => void;
}

/** The chosen ones as chips, each with the way to take it back. */
export function PickedPeople({ people, onRemove }: PickedPeopleProps) {
  const { t } = useTranslation('people');
  if (people.length === 0) return null;
  return (
    <ul
      aria-label={t('chips.list')}
      className="mx-5 mb-2 flex max-h-24 shrink-0 scroll-area flex-wrap gap-1.5"
    >
      {people.map(({ user_id, display_name, avatar_url }) => (
        <li
          key={user_id}
          className="flex h-8 max-w-full animate-pop-in items-center gap-1.5 rounded-full bg-accent-soft pl-1 pointer-coarse:h-10"
        >
          <Avatar id={user_id} name={display_name} src={avatar_url} size={24} />
          <span className="truncate text-sm font-medium">{display_name}</span>
          <button
            type="button"
            aria-label={t('chips.remove', { name: display_name })}
            className="grid size-8 touch-target place-items-center rounded-full text-ink-soft hover:text-ink"
            onClick={() => onRemove(user_id)}
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
