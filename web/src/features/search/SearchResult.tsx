import type { Found } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/client/useMe';
import { useRoom } from '@/client/useRoom';
import { useRoomTitle } from '@/client/useRoomTitle';
import { UserAvatar } from '@/client/UserAvatar';
import { useUser } from '@/client/useUser';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { cn } from '@/ui/cn';
import { Skeleton } from '@/ui/Skeleton';
import { Snippet } from './Snippet';

export interface SearchResultProps {
  readonly id: string;
  readonly found: Found;
  readonly active: boolean;
  readonly namesRoom: boolean;
  readonly onOpen: () => void;
  readonly onPoint: () => void;
}

/** One message that was found: who said it, where, when, and the words around the hit. */
export function SearchResult(props: SearchResultProps) {
  const { id, found, active, namesRoom, onOpen, onPoint } = props;
  const { t } = useTranslation('search');
  const { user_id, room_id, created_at } = found.message;
  const mine = useMe().user_id === user_id;
  const sender = useUser(user_id);
  const room = useRoomTitle(useRoom(room_id));
  const now = useNow();
  const dates = useDates();
  const at = new Date(created_at);
  return (
    // The focus stays in the field above, whose keys choose and open.
    // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
    <li
      id={id}
      role="option"
      aria-selected={active}
      className={cn(
        'flex cursor-pointer gap-3 rounded-md px-2.5 py-2.5 [content-visibility:auto]',
        active && 'bg-hover',
      )}
      onClick={onOpen}
      onPointerMove={onPoint}
    >
      {sender ? (
        <UserAvatar user={sender} size={32} />
      ) : (
        <Skeleton className="size-8 shrink-0 rounded-full" />
      )}
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 truncate text-sm">
            <span className="font-medium">
              {mine ? t('you') : (sender?.display_name ?? t('unknown'))}
            </span>
            {namesRoom && room !== '' && (
              <span className="text-ink-faint">{t('in_room', { room })}</span>
            )}
          </span>
          <time
            dateTime={created_at}
            title={dates.exact(at)}
            className="ml-auto shrink-0 text-xs text-ink-faint tabular"
          >
            {dates.brief(at, now)}
          </time>
        </span>
        <Snippet pieces={found.snippet} />
      </span>
    </li>
  );
}
