import { useTranslation } from 'react-i18next';

/** Reading stopped above it. */
export function UnreadLine() {
  const { t } = useTranslation('conversation');
  return (
    <div role="separator" className="flex items-center gap-3 px-2 pt-3 text-accent-ink">
      <span className="h-px flex-1 bg-current opacity-40" />
      <span className="text-xs font-semibold">{t('new_messages')}</span>
      <span className="h-px flex-1 bg-current opacity-40" />
    </div>
  );
}
