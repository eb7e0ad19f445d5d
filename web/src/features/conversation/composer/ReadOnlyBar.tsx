import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** In the composer's place where one only reads. */
export function ReadOnlyBar() {
  const { t } = useTranslation('conversation');
  return (
    <p className="mx-auto flex w-full max-w-200 shrink-0 items-center justify-center gap-2 px-4 pt-3 pb-[max(1.25rem,env(safe-area-inset-bottom))] text-sm text-ink-faint">
      <Megaphone aria-hidden className="size-4" strokeWidth={1.75} />
      {t('read_only')}
    </p>
  );
}
