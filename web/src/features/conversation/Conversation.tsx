import type { Room, RoomId } from '@tingting/sdk';
import { useClient } from '@/client/useClient';
import { useRoom } from '@/client/useRoom';
import { ColumnContext } from './column/ColumnContext';
import { useNewColumn } from './column/useNewColumn';
import { WritingPlace } from './composer/WritingPlace';
import { ConversationContext } from './ConversationContext';
import { ConversationSkeleton } from './ConversationSkeleton';
import { ConversationHeader, type HeaderActions } from './header/ConversationHeader';
import { OverlayHost } from './overlays/OverlayHost';
import type { Linked } from './timeline/linked';
import { Timeline } from './timeline/Timeline';

export interface ConversationProps extends HeaderActions {
  readonly roomId: RoomId;
  /** Opens at this message and points it out; another object leads there again. */
  readonly linked?: Linked | undefined;
}

/** One room: who it is with, what was said, and where one answers. Fills its parent. */
export function Conversation({ roomId, linked, ...actions }: ConversationProps) {
  const client = useClient();
  const room = useRoom(roomId);
  if (!room) return <ConversationSkeleton />;
  return (
    <ConversationContext value={client.conversation(roomId)}>
      <RoomColumn key={roomId} room={room} linked={linked} {...actions} />
    </ConversationContext>
  );
}

interface RoomColumnProps extends HeaderActions {
  readonly room: Room;
  readonly linked: Linked | undefined;
}

/** Everything in it is of this room alone: another room has another column. */
function RoomColumn({ room, linked, ...actions }: RoomColumnProps) {
  const column = useNewColumn(room);
  return (
    <ColumnContext value={column}>
      {/* The composer's greatest height is a share of this box (`cqh`). */}
      <div className="@container-[size] flex min-h-0 flex-1 flex-col">
        <ConversationHeader room={room} {...actions} />
        <Timeline room={room} linked={linked} />
        <WritingPlace room={room} />
      </div>
      <OverlayHost room={room} />
    </ColumnContext>
  );
}
