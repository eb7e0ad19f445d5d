import { useTranslation } from 'react-i18next';

export function RetryLink({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('conversation');
  return (
    <button
      type="button"
      className="font-medium text-accent-ink touch-target hover:underline"
      onClick={onRetry}
    >
      {t('try_again')}
    </button>
  );
}
