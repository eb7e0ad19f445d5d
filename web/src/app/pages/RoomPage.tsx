import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MessageCircleOff } from 'lucide-react';
import { roomId } from '@tingting/sdk';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';
import { useRoom } from '@/client/useRoom';
import { useRoomTitle } from '@/client/useRoomTitle';
import { EmptyState } from '@/ui/EmptyState';
import { Button } from '@/ui/Button';
import { Link } from 'react-router';
import { DetailsColumn } from '../frame/DetailsColumn';
import { useSearchFlag } from '../useSearchFlag';
import { useTitle } from '../useTitle';

/** One conversation, and its details when the address asks for them (`?panel=details`). */
export function Component() {
  const { t } = useTranslation();
  const params = useParams();
  const id = roomId(params.roomId ?? '');
  const room = useRoom(id);
  const loaded = useStore(useClient().rooms, (state) => state.status === 'ready');
  const [details, setDetails] = useSearchFlag('panel', 'details');
  useTitle(useRoomTitle(room));

  if (loaded && !room) {
    return (
      <main className="grid flex-1 place-items-center bg-surface">
        <EmptyState
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
  return (
    <>
      <main className="flex min-w-0 flex-1 flex-col bg-surface">{id}</main>
      <DetailsColumn roomId={id} open={details} onOpenChange={setDetails} />
    </>
  );
}
