import type { RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useRoom } from '@/client/useRoom';
import { Panel } from '@/ui/Panel';
import { GroupDetails } from './GroupDetails';
import { PersonDetails } from './PersonDetails';

/** What else there is to see of a room, each in a panel of its own. */
export type MoreDetails = 'search' | 'settings' | 'invites' | 'requests';

export interface DetailsProps {
  readonly roomId: RoomId;
  readonly onClose: () => void;
  readonly onShow: (more: MoreDetails) => void;
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
    <Panel title={t('title')} closeLabel={t('close')} onClose={onClose}>
      <div className="min-h-0 flex-1 scroll-area pb-[max(16px,env(safe-area-inset-bottom))]">
        {room?.kind === 'direct' && room.peer && (
          <PersonDetails room={room} user={room.peer} onShow={actions.onShow} />
        )}
        {room && room.kind !== 'direct' && <GroupDetails room={room} {...actions} />}
      </div>
    </Panel>
  );
}
