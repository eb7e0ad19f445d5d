import { X } from 'lucide-react';
import type { RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useRoom } from '@/client/useRoom';
import { IconButton } from '@/ui/IconButton';
import { GroupDetails } from './GroupDetails';
import { PersonDetails } from './PersonDetails';

export interface DetailsProps {
  readonly roomId: RoomId;
  readonly onClose: () => void;
  readonly onAddMembers: () => void;
  /** A direct room was opened from the list of members. */
  readonly onOpenRoom: (room: RoomId) => void;
  /** One is no member any more. */
  readonly onLeft: () => void;
}

/** What a room is and who is in it. */
export default function Details({ roomId, onClose, ...actions }: DetailsProps) {
  const { t } = useTranslation('details');
  const room = useRoom(roomId);
  return (
    <>
      <header className="flex h-14 shrink-0 items-center border-b border-line pr-2.5 pl-5">
        <h2 className="flex-1 font-semibold">{t('title')}</h2>
        <IconButton label={t('close')} onClick={onClose}>
          <X />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 scroll-area pb-[max(16px,env(safe-area-inset-bottom))]">
        {room?.kind === 'direct' && room.peer && <PersonDetails user={room.peer} />}
        {room && room.kind !== 'direct' && <GroupDetails room={room} {...actions} />}
      </div>
    </>
  );
}
