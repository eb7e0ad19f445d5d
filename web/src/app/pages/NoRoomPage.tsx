import { Hand, MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { EmptyState } from '@/ui/EmptyState';
import { useTitle } from '../useTitle';

/** Beside the rail on wide screens, before a room is chosen. */
export function NoRoomPage() {
  const { t } = useTranslation();
  const name = useMe().display_name;
  const first = useStore(
    useClient().rooms,
    ({ status, order }) => status === 'ready' && order.length === 0,
  );
  useTitle('');
  return (
    <main className="grid flex-1 place-items-center bg-surface">
      {first ? (
        <EmptyState icon={Hand} title={t('welcome.title', { name })} text={t('welcome.text')} />
      ) : (
        <EmptyState icon={MessagesSquare} title={t('no_room.title')} text={t('no_room.text')} />
      )}
    </main>
  );
}
