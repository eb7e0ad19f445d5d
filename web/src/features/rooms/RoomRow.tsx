import { memo } from 'react';
import { BellOff, Pin } from 'lucide-react';
import type { Room, RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RoomAvatar } from '@/client/RoomAvatar';
import { useRoom } from '@/client/useRoom';
import { useRoomTitle } from '@/client/useRoomTitle';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { Badge } from '@/ui/Badge';
import { cn } from '@/ui/cn';
import { usePreviewText } from './usePreviewText';

export interface RoomRowProps {
  readonly roomId: RoomId;
  readonly address: string;
  readonly chosen: boolean;
  /** The one row of the list that Tab stops at. */
  readonly tabStop: boolean;
}

/** One room of the list; subscribed to its own room alone. */
export const RoomRow = memo(function RoomRow({ roomId, ...rest }: RoomRowProps) {
  const room = useRoom(roomId);
  return room ? <Row room={room} {...rest} /> : null;
});

function Row({ room, address, chosen, tabStop }: { room: Room } & Omit<RoomRowProps, 'roomId'>) {
  const { t } = useTranslation('rooms');
  const title = useRoomTitle(room);
  const preview = usePreviewText(room);
  const now = useNow();
  const dates = useDates();
  const at = new Date(room.last_message?.created_at ?? room.created_at);
  const muted = room.muted_until !== null && new Date(room.muted_until) > now;
  const unread = room.unread > 0 || room.marked_unread === true;

  return (
    <li>
      <Link
        to={address}
        data-roving
        tabIndex={tabStop ? 0 : -1}
        aria-current={chosen ? 'page' : undefined}
        className={cn(
          'group flex h-16 items-center gap-3 rounded-md px-2.5 transition-colors',
          'focus-visible:outline-offset-[-2px]',
          chosen ? 'bg-selected [--row:var(--selected)]' : 'hover:bg-hover',
        )}
      >
        <RoomAvatar room={room} title={title} ring="ring-(--row,var(--canvas))" />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className={cn('truncate', unread && !muted ? 'font-semibold' : 'font-medium')}>
              {title}
            </span>
            {muted && (
              <BellOff
                role="img"
                aria-label={t('row.muted')}
                className="size-3.5 shrink-0 self-center text-ink-faint"
              />
            )}
            <time
              dateTime={at.toISOString()}
              title={dates.exact(at)}
              className={cn(
                'ml-auto shrink-0 text-xs tabular',
                unread && !muted ? 'font-medium text-accent-ink' : 'text-ink-faint',
              )}
            >
              {dates.brief(at, now)}
            </time>
          </span>
          <span className="mt-0.5 flex h-5 items-center gap-2">
            <span
              className={cn(
                'flex-1 truncate text-sm',
                unread && !muted ? 'text-ink' : 'text-ink-soft',
                preview.quiet && 'text-ink-faint',
              )}
            >
              {preview.text}
            </span>
            {room.pinned && (
              <Pin
                role="img"
                aria-label={t('row.pinned')}
                className="size-3.5 shrink-0 rotate-45 text-ink-faint"
              />
            )}
            {unread && <UnreadBadge count={room.unread} muted={muted} />}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** 0 when the room was only marked as unread. */
function UnreadBadge({ count, muted }: { count: number; muted: boolean }) {
  const { t } = useTranslation('rooms');
  return (
    <Badge tone={muted ? 'quiet' : 'accent'}>
      <span aria-hidden>{count > 99 ? '99+' : count || ''}</span>
      <span className="sr-only">{t('row.unread', { count })}</span>
    </Badge>
  );
}
