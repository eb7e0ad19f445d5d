import { useTranslation } from 'react-i18next';
import { cn } from '@/ui/cn';
import { maxLength, quietUntil } from './limits';

/** Silent until the end of what a message may hold comes near. */
export function LengthCounter({ length }: { length: number }) {
  const { t } = useTranslation('conversation');
  const left = maxLength - length;
  return (
    <p
      role="status"
      className={cn('tabular', left < 0 ? 'font-medium text-danger-ink' : 'text-ink-faint')}
    >
      {length > quietUntil && (left < 0 ? t('over', { count: -left }) : t('left', { count: left }))}
    </p>
  );
}
