import type { Room, RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useRoom } from '@/client/useRoom';
import { Panel } from '@/ui/Panel';
import { mayDelete, maySet } from '../powers';
import { DeleteRoom } from './DeleteRoom';
import { MessageLife } from './MessageLife';
import { NameForm } from './NameForm';
import { RoomRules } from './RoomRules';

export interface SettingsPanelProps {
  readonly roomId: RoomId;
  readonly onClose: () => void;
  readonly onBack: () => void;
  readonly onDeleted: () => void;
}

/** What a room is called and how it works. */
export default function SettingsPanel({ roomId, onClose, onBack, onDeleted }: SettingsPanelProps) {
  const { t } = useTranslation('details');
  const room = useRoom(roomId);
  return (
    <Panel
      title={room?.kind === 'direct' ? t('more.ttl') : t('more.settings')}
      closeLabel={t('close')}
      onClose={onClose}
      back={{ label: t('back'), onBack }}
    >
      <div className="flex min-h-0 flex-1 scroll-area flex-col gap-6 px-5 pt-5 pb-[max(24px,env(safe-area-inset-bottom))]">
        {room && (maySet(room) ? <Settings room={room} onDeleted={onDeleted} /> : <NotYours />)}
      </div>
    </Panel>
  );
}

function Settings({ room, onDeleted }: { room: Room; onDeleted: () => void }) {
  if (room.kind === 'direct') return <MessageLife room={room} />;
  return (
    <>
      <NameForm room={room} />
      <RoomRules room={room} />
      {mayDelete(room.role ?? 'member') && <DeleteRoom room={room} onDeleted={onDeleted} />}
    </>
  );
}

/** Somebody came by a link, or has just lost the role for it. */
function NotYours() {
  const { t } = useTranslation('details');
  return <p className="text-ink-soft">{t('settings.not_yours')}</p>;
}
