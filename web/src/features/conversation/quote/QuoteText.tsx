import { useTranslation } from 'react-i18next';
import { useMe } from '@/client/useMe';
import { useUser } from '@/client/useUser';
import type { Quoted } from './useQuoted';

/** Who is answered, and the beginning of what they said. */
export function QuoteText({ quoted }: { quoted: Quoted }) {
  const { t } = useTranslation('conversation');
  const own = quoted.user_id === useMe().user_id;
  const sender = useUser(own ? null : quoted.user_id);
  return (
    <span className="block min-w-0 flex-1 text-sm">
      <span className="block truncate font-medium text-accent-ink">
        {own ? t('you') : sender?.display_name}
      </span>
      <span className="block truncate text-ink-soft">
        {quoted.excerpt === null ? <em>{t('recalled')}</em> : quoted.excerpt || t('attachment')}
      </span>
    </span>
  );
}
