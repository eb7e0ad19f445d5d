import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useJoinRequests } from '@/client/useJoinRequests';

/** On the button of the details: somebody asks to join. */
export function WaitingDot({ room }: { room: Room }) {
  const { t } = useTranslation('conversation');
  const count = useJoinRequests(room.join_approval ? room : undefined).requests?.length ?? 0;
  if (count === 0) return null;
  return (
    <span className="absolute top-1.5 right-1.5 size-2 rounded-full bg-accent ring-2 ring-surface">
      <span className="sr-only">{t('waiting', { count })}</span>
    </span>
  );
}
