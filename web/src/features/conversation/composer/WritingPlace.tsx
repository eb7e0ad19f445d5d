import { Megaphone, MessageCircleOff } from 'lucide-react';
import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useOwnMute } from '@/client/useOwnMute';
import { useDates } from '@/i18n/useDates';
import { Composer } from './Composer';
import { isReadOnly } from './isReadOnly';
import { ReadOnlyBar } from './ReadOnlyBar';

/** Where one writes, or why one does not. What was begun is kept meanwhile. */
export function WritingPlace({ room }: { room: Room }) {
  const { t } = useTranslation('conversation');
  const dates = useDates();
  const mutedUntil = useOwnMute();
  if (isReadOnly(room)) return <ReadOnlyBar icon={Megaphone}>{t('read_only')}</ReadOnlyBar>;
  if (mutedUntil) {
    return (
      <ReadOnlyBar icon={MessageCircleOff}>
        <span role="status">{t('muted', { when: dates.exact(mutedUntil) })}</span>
      </ReadOnlyBar>
    );
  }
  return <Composer room={room} />;
}
