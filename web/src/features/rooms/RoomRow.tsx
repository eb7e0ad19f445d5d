import { memo } from 'react';
import { AtSign, BellOff, Ellipsis, Pin } from 'lucide-react';
import type { Room, RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isMuted } from '@/client/muting';
import { RoomAvatar } from '@/client/RoomAvatar';
import { isUnread } from '@/client/unreadMark';
import { useRoom } from '@/client/useRoom';
import { useRoomTitle } from '@/client/useRoomTitle';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { matches } from '@/shortcuts/matches';
import { Badge } from '@/ui/Badge';
import { cn } from '@/ui/cn';
import { IconButton } from '@/ui/IconButton';
import type { Point } from '@/ui/longPress';
import { menuGesture } from '@/ui/menuGesture';
import { usePreviewText } from './usePreviewText';

export interface RoomRowProps {
  readonly roomId: RoomId;
  readonly address: string;
  readonly chosen: boolean;
  /** The one row of the list that Tab stops at. */
  readonly tabStop: boolean;
  readonly onMenu: (room: RoomId, point: Point) => void;
}

/** One room of the list; subscribed to its own room alone. */
export const RoomRow = memo(function RoomRow({ roomId, ...rest }: RoomRowProps) {
  const room = useRoom(roomId);
  return room ? <Row room={room} {...rest} /> : null;
});

type RowProps = { readonly room: Room } & Omit<RoomRowProps, 'roomId'>;

function Row({ room, address, chosen, tabStop, onMenu }: RowProps) {
  const { t } = useTranslation('rooms');
  const title = useRoomTitle(room);
  const preview = usePreviewText(room, chosen);
  const now = useNow();
  const dates = useDates();
  const at = new Date(room.last_message?.created_at ?? room.created_at);
  const muted = isMuted(room, now);
  const unread = isUnread(room);
  const loud = unread && (!muted || room.mentioned);
  const gesture = menuGesture(
    (point) => onMenu(room.room_id, point),
    (event) => matches('room_menu', event),
  );

  return (
    <li className="group relative [-webkit-touch-callout:none]">
      <Link
        to={address}
        data-roving
        tabIndex={tabStop ? 0 : -1}
        aria-current={chosen ? 'page' : undefined}
        {...gesture}
        className={cn(
          'flex h-16 items-center gap-3 rounded-md px-2.5 transition-colors',
          'focus-visible:outline-offset-[-2px]',
          chosen ? 'bg-selected [--row:var(--selected)]' : 'hover:bg-hover',
        )}
      >
        <RoomAvatar room={room} title={title} ring="ring-(--row,var(--canvas))" />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className={cn('truncate', loud ? 'font-semibold' : 'font-medium')}>{title}</span>
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
                'ml-auto shrink-0 text-xs tabular group-hover:pointer-fine:opacity-0',
                loud ? 'font-medium text-accent-ink' : 'text-ink-faint',
              )}
            >
              {dates.brief(at, now)}
            </time>
          </span>
          <span className="mt-0.5 flex h-5 items-center gap-2">
            <span
              className={cn(
                'flex-1 truncate text-sm',
                loud ? 'text-ink' : 'text-ink-soft',
                preview.quiet && 'text-ink-faint',
              )}
            >
              {preview.draft !== undefined && (
                <span className="text-danger-ink">{preview.draft}: </span>
              )}
              {preview.text}
            </span>
            {room.pinned && (
              <Pin
                role="img"
                aria-label={t('row.pinned')}
                className="size-3.5 shrink-0 rotate-45 text-ink-faint"
              />
            )}
            {room.mentioned && room.unread > 0 && <MentionBadge />}
            {unread && <UnreadBadge count={room.unread} muted={muted} />}
          </span>
        </span>
      </Link>
      {/* For the mouse alone: fingers press long, keys have their own way (shortcut `room_menu`). */}
      <IconButton
        label={t('menu.label', { title })}
        tabIndex={-1}
        className="absolute top-1.5 right-1.5 size-7 opacity-0 group-hover:opacity-100 pointer-coarse:hidden"
        onClick={({ clientX: x, clientY: y }) => onMenu(room.room_id, { x, y })}
      >
        <Ellipsis />
      </IconButton>
    </li>
  );
}

/** Somebody calls one by name: it stands out, also where the rest is quiet. */
function MentionBadge() {
  const { t } = useTranslation('rooms');
  return (
    <Badge className="px-0">
      <AtSign role="img" aria-label={t('row.mentioned')} className="size-3.5" strokeWidth={2.25} />
    </Badge>
  );
}

/** 0 when the room was only marked as unread. */
function UnreadBadge({ count, muted }: { count: number; muted: boolean }) {
  const { t } = useTranslation('rooms');
  return (
    <Badge tone={muted ? 'quiet' : 'accent'} className={cn(count === 0 && 'h-2.5 min-w-2.5 px-0')}>
      <span aria-hidden>{count > 99 ? '99+' : count || ''}</span>
      <span className="sr-only">{t('row.unread', { count })}</span>
    </Badge>
  );
}
