import { Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export function PinnedMark() {
  const { t } = useTranslation('conversation');
  return (
    <span className="inline-flex">
      <Pin aria-hidden className="size-3.5" strokeWidth={1.75} />
      <span className="sr-only">{t('pinned')}</span>
    </span>
  );
}
