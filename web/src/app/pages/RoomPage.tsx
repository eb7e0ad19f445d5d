import { MessageCircleOff } from 'lucide-react';
import { messageId, roomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';
import { useRoom } from '@/client/useRoom';
import { useRoomTitle } from '@/client/useRoomTitle';
import { Conversation } from '@/features/conversation';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { DetailsColumn } from '../frame/DetailsColumn';
import { useSearchFlag } from '../useSearchFlag';
import { useTitle } from '../useTitle';

/** One conversation, and its details when the address asks for them (`?panel=details`). */
export function Component() {
  const params = useParams();
  const id = roomId(params.roomId ?? '');
  const room = useRoom(id);
  const loaded = useStore(useClient().rooms, (state) => state.status === 'ready');
  const [panel, showPanel] = useSearchFlag('panel', ['details']);
  const details = panel === 'details';
  const setDetails = (open: boolean) => showPanel(open ? 'details' : null);
  useTitle(useRoomTitle(room));

  if (loaded && !room) return <NoSuchRoom />;
  return (
    <>
      <main className="flex min-w-0 flex-1 flex-col bg-surface">
        <Conversation
          roomId={id}
          messageId={params.messageId === undefined ? undefined : messageId(params.messageId)}
          backTo="/app"
          detailsOpen={details}
          onToggleDetails={() => setDetails(!details)}
        />
      </main>
      <DetailsColumn roomId={id} open={details} onOpenChange={setDetails} />
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
