import { MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/EmptyState';
import { useTitle } from '../useTitle';

/** Beside the rail on wide screens, before a room is chosen. */
export function NoRoomPage() {
  const { t } = useTranslation();
  useTitle('');
  return (
    <main className="grid flex-1 place-items-center bg-surface">
      <EmptyState icon={MessagesSquare} title={t('no_room.title')} text={t('no_room.text')} />
    </main>
  );
}
