import type { RoomSummary } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { Avatar } from '@/ui/Avatar';
import { Badge } from '@/ui/Badge';

/** One room and its size. */
export function RoomSummaryRow({ room }: { room: RoomSummary }) {
  const { t } = useTranslation('admin');
  const dates = useDates();
  const now = useNow();
  const name = room.name ?? t('rooms.unnamed');
  return (
    <div className="flex min-h-16 items-center gap-3 py-2.5">
      <Avatar id={room.room_id} name={name} size={40} shape="group" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="truncate font-medium">{name}</span>
          <Badge tone="quiet">{t(`rooms.${room.kind}`)}</Badge>
        </p>
        <p className="text-sm text-ink-faint">
          {t('rooms.by', {
            name: room.created_by.display_name,
            when: dates.ago(new Date(room.created_at), now),
          })}
        </p>
      </div>
      <p className="shrink-0 text-right text-sm text-ink-soft tabular">
        <span className="block">{t('rooms.members', { count: room.member_count })}</span>
        <span className="block">{t('rooms.messages', { count: room.message_count })}</span>
      </p>
    </div>
  );
}
