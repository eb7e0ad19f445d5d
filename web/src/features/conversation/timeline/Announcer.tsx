import { useTranslation } from 'react-i18next';
import { useUser } from '@/client/useUser';
import { entryText } from './entry';
import { useArrivals } from './useArrivals';

/**
 * Reads out what others write in the open room. The timeline itself is not a live region: scrolling
 * mounts rows, and none of those is news.
 */
export function Announcer() {
  const { t } = useTranslation('conversation');
  const arrivals = useArrivals();
  const last = arrivals.at(-1);
  const sender = useUser(last?.user_id);
  const words =
    arrivals.length > 1
      ? t('announce.many', { count: arrivals.length })
      : last &&
        sender &&
        t('announce.message', { name: sender.display_name, text: entryText(last) });
  return (
    <div aria-live="polite" className="sr-only">
      {words}
    </div>
  );
}
