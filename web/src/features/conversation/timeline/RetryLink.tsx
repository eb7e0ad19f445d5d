import { useTranslation } from 'react-i18next';

export function RetryLink({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('conversation');
  return (
    <button
      type="button"
      className="touch-target font-medium text-accent-ink hover:underline"
      onClick={onRetry}
    >
      {t('try_again')}
    </button>
  );
}
