import type { MessageId, RoomId } from '@tingting/sdk';
import { useClient } from '@/client/useClient';
import { useRoom } from '@/client/useRoom';
import { isReadOnly } from './composer/isReadOnly';
import { ReadOnlyBar } from './composer/ReadOnlyBar';
import { Composer } from './composer/Composer';
import { ConversationContext } from './ConversationContext';
import { ConversationSkeleton } from './ConversationSkeleton';
import { ConversationHeader } from './header/ConversationHeader';
import { Timeline } from './timeline/Timeline';

export interface ConversationProps {
  readonly roomId: RoomId;
  /** Opens at this message and points it out. */
  readonly messageId?: MessageId | undefined;
  /** Where the arrow of narrow screens leads. */
  readonly backTo: string;
  readonly detailsOpen: boolean;
  readonly onToggleDetails: () => void;
}

/** One room: who it is with, what was said, and where one answers. Fills its parent. */
export function Conversation(props: ConversationProps) {
  const { roomId, messageId, backTo, detailsOpen, onToggleDetails } = props;
  const client = useClient();
  const room = useRoom(roomId);
  if (!room) return <ConversationSkeleton />;
  return (
    <ConversationContext value={client.conversation(roomId)}>
      {/* The composer's greatest height is a share of this box (`cqh`). */}
      <div key={roomId} className="@container-[size] flex min-h-0 flex-1 flex-col">
        <ConversationHeader
          room={room}
          backTo={backTo}
          detailsOpen={detailsOpen}
          onToggleDetails={onToggleDetails}
        />
        <Timeline room={room} linked={messageId} />
        {isReadOnly(room) ? <ReadOnlyBar /> : <Composer room={room} />}
      </div>
    </ConversationContext>
  );
}
