import type { Room } from '@tingting/sdk';
import { useOwnMute } from '@/client/useOwnMute';
import { isReadOnly } from '../composer/isReadOnly';
import { useConversationState } from '../useConversation';
import { Announcer } from './Announcer';
import { EmptyConversation } from './EmptyConversation';
import type { Linked } from './linked';
import { MessageList } from './MessageList';
import { OpeningFailed } from './OpeningFailed';
import { TimelineSkeleton } from './TimelineSkeleton';
import { useOpening } from './useOpening';
import { useRows } from './useRows';
import { useUnreadLine } from './useUnreadLine';

interface TimelineProps {
  readonly room: Room;
  readonly linked: Linked | undefined;
}

/** The messages of the open room: coming, not come, none yet, or the list of them. */
export function Timeline({ room, linked }: TimelineProps) {
  const unreadAfter = useUnreadLine(room);
  const opening = useOpening(unreadAfter, linked?.message);
  const rows = useRows(unreadAfter);
  const loaded = useConversationState((it) => it.status === 'ready');
  const showsSenders = room.kind !== 'direct';
  const muted = useOwnMute() !== null;

  if (opening.status === 'failed') {
    return <OpeningFailed error={opening.error} onRetry={opening.retry} />;
  }
  if (opening.status === 'loading' || (rows.length === 0 && !loaded)) {
    return <TimelineSkeleton showsSenders={showsSenders} />;
  }
  return (
    <>
      {rows.length === 0 ? (
        <EmptyConversation readOnly={isReadOnly(room) || muted} />
      ) : (
        <MessageList
          roomId={room.room_id}
          rows={rows}
          opening={opening.place}
          linked={linked}
          showsSenders={showsSenders}
        />
      )}
      <Announcer />
    </>
  );
}
