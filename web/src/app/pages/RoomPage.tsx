import { MessageCircleOff } from 'lucide-react';
import { roomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useStore } from 'zustand';
import { markRead } from '@/client/unreadMark';
import { useClient } from '@/client/useClient';
import { useRoom } from '@/client/useRoom';
import { useRoomTitle } from '@/client/useRoomTitle';
import { Conversation } from '@/features/conversation';
import { useShortcuts } from '@/shortcuts/useShortcuts';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { DetailsColumn } from '../frame/DetailsColumn';
import { roomPanels } from '../frame/roomPanel';
import { searchParameters } from '../frame/useSearchWish';
import { useLinkedMessage } from '../useLinkedMessage';
import { useSearchFlag } from '../useSearchFlag';
import { useTakeMark } from '../useTakeMark';
import { useTitle } from '../useTitle';

/** One conversation, and beside it what the address asks for (`?panel=details`). */
export function Component() {
  const params = useParams();
  const id = roomId(params.roomId ?? '');
  const client = useClient();
  const room = useRoom(id);
  const loaded = useStore(client.rooms, (state) => state.status === 'ready');
  const [panel, showPanel] = useSearchFlag('panel', roomPanels, searchParameters);
  const linked = useLinkedMessage(params.messageId);
  const toggleDetails = () => showPanel(panel === null ? 'details' : null);
  useTitle(useRoomTitle(room));
  useTakeMark(id);
  useShortcuts({
    toggle_details: toggleDetails,
    search_room: () => showPanel('search'),
    // What did not get through stays marked: that is answer enough.
    mark_read: () => void (room && markRead(client, room).catch(() => undefined)),
  });

  if (loaded && !room) return <NoSuchRoom />;
  return (
    <>
      <main className="flex min-w-0 flex-1 flex-col bg-surface">
        <Conversation
          roomId={id}
          linked={linked}
          backTo="/app"
          panel={panel === null || panel === 'pins' ? panel : 'details'}
          onPanel={showPanel}
        />
      </main>
      <DetailsColumn roomId={id} panel={panel} onShow={showPanel} />
    </>
  );
}

function NoSuchRoom() {
  const { t } = useTranslation();
  return (
    <main className="grid flex-1 place-items-center bg-surface">
      <EmptyState
        heading="h1"
        icon={MessageCircleOff}
        title={t('no_such_room.title')}
        text={t('no_such_room.text')}
        action={
          <Button asChild variant="secondary">
            <Link to="/app">{t('no_such_room.action')}</Link>
          </Button>
        }
      />
    </main>
  );
}
