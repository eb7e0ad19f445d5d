import type { UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { usePresence } from '@/client/usePresence';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';

/** Whether the other person is here, or since when not. */
export function PresenceStatus({ userId }: { userId: UserId }) {
  const { t } = useTranslation('conversation');
  const presence = usePresence(userId);
  const dates = useDates();
  const now = useNow();
  if (!presence) return null;
  if (presence.status === 'offline' && presence.last_seen !== null) {
    return t('status.last_seen', { when: dates.ago(new Date(presence.last_seen), now) });
  }
  const words = {
    online: t('status.online'),
    away: t('status.away'),
    busy: t('status.busy'),
    offline: t('status.offline'),
  };
  return words[presence.status];
}
