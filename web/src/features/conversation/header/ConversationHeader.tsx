import { ArrowLeft, Info, Pin, type LucideIcon } from 'lucide-react';
import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RoomAvatar } from '@/client/RoomAvatar';
import { useRoomTitle } from '@/client/useRoomTitle';
import { IconButton } from '@/ui/IconButton';
import { MembersStatus } from './MembersStatus';
import { PresenceStatus } from './PresenceStatus';
import { RoomMarks } from './RoomMarks';
import { WaitingDot } from './WaitingDot';

/** What lies beside a conversation, one at a time. */
export type ConversationPanel = 'details' | 'pins';

export interface HeaderActions {
  /** Where the arrow leads on screens of one column. */
  readonly backTo: string;
  readonly panel: ConversationPanel | null;
  readonly onPanel: (panel: ConversationPanel | null) => void;
}

export interface ConversationHeaderProps extends HeaderActions {
  readonly room: Room;
}

const panels = [
  ['pins', Pin],
  ['details', Info],
] as const satisfies readonly [ConversationPanel, LucideIcon][];

export function ConversationHeader(props: ConversationHeaderProps) {
  const { room, backTo, panel, onPanel } = props;
  const { t } = useTranslation('conversation');
  const title = useRoomTitle(room);
  return (
    <header className="flex h-14 shrink-0 items-center gap-3 border-b border-line px-2 two:px-4">
      <IconButton asChild label={t('back')} className="-mr-2 two:hidden">
        <Link to={backTo}>
          <ArrowLeft aria-hidden />
        </Link>
      </IconButton>
      <RoomAvatar room={room} title={title} />
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-1.5">
          <h1 className="truncate leading-5 font-semibold">{title}</h1>
          <RoomMarks room={room} />
        </div>
        <p className="h-4 truncate text-xs leading-4 text-ink-faint">
          {room.kind === 'direct' ? (
            room.peer && <PresenceStatus userId={room.peer.user_id} />
          ) : (
            <MembersStatus room={room} />
          )}
        </p>
      </div>
      <div className="flex gap-1">
        {panels.map(([name, Icon]) => (
          <IconButton
            key={name}
            label={t(`panels.${name}`)}
            aria-expanded={panel === name}
            className="relative"
            onClick={() => onPanel(panel === name ? null : name)}
          >
            <Icon aria-hidden />
            {name === 'details' && <WaitingDot room={room} />}
          </IconButton>
        ))}
      </div>
    </header>
  );
}
