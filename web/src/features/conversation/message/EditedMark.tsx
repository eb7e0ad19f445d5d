import { useTranslation } from 'react-i18next';
import { useDates } from '@/i18n/useDates';
import { Tooltip } from '@/ui/Tooltip';

export function EditedMark({ at }: { at: string }) {
  const { t } = useTranslation('conversation');
  const when = useDates().exact(new Date(at));
  return (
    <Tooltip text={t('edited_at', { when })} side="top">
      <span>{t('edited')}</span>
    </Tooltip>
  );
}
