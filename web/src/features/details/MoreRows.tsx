import { Link2, Search, Settings2, Timer, UserRoundCheck } from 'lucide-react';
import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useJoinRequests } from '@/client/useJoinRequests';
import { useSpanWord } from '@/i18n/useSpanWord';
import { Badge } from '@/ui/Badge';
import type { MoreDetails } from './Details';
import { MoreRow } from './MoreRow';
import { mayManage } from './powers';

export interface MoreRowsProps {
  readonly room: Room;
  readonly onShow: (more: MoreDetails) => void;
}

/** The ways to the panels that this room has for one. */
export function MoreRows({ room, onShow }: MoreRowsProps) {
  const { t } = useTranslation('details');
  const spanWord = useSpanWord();
  const direct = room.kind === 'direct';
  const manages = !direct && mayManage(room.role ?? 'member');
  const ttl = room.message_ttl_seconds;
  return (
    <ul className="border-t border-line px-3 py-2">
      <MoreRow icon={Search} label={t('more.search')} onClick={() => onShow('search')} />
      {direct && (
        <MoreRow
          icon={Timer}
          label={t('more.ttl')}
          note={ttl === null ? t('ttl.never') : spanWord(ttl)}
          onClick={() => onShow('settings')}
        />
      )}
      {manages && (
        <>
          <MoreRow icon={Settings2} label={t('more.settings')} onClick={() => onShow('settings')} />
          <MoreRow icon={Link2} label={t('more.invites')} onClick={() => onShow('invites')} />
          <RequestsRow room={room} onShow={onShow} />
        </>
      )}
    </ul>
  );
}

function RequestsRow({ room, onShow }: MoreRowsProps) {
  const { t } = useTranslation('details');
  const { requests } = useJoinRequests(room);
  const count = requests?.length ?? 0;
  if (count === 0 && !room.join_approval) return null;
  return (
    <MoreRow
      icon={UserRoundCheck}
      label={t('more.requests')}
      note={
        count > 0 && (
          <Badge>
            <span aria-hidden>{count}</span>
            <span className="sr-only">{t('requests.waiting', { count })}</span>
          </Badge>
        )
      }
      onClick={() => onShow('requests')}
    />
  );
}
