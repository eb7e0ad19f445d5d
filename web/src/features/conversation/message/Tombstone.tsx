import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** What is left of a recalled message. */
export function Tombstone({ own }: { own: boolean }) {
  const { t } = useTranslation('conversation');
  return (
    <span className="inline-flex items-center gap-1.5 text-ink-faint italic">
      <Undo2 aria-hidden className="size-3.5 shrink-0" strokeWidth={1.75} />
      {own ? t('recalled_own') : t('recalled')}
    </span>
  );
}
