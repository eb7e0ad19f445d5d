import { useTranslation } from 'react-i18next';
import { cn } from '@/ui/cn';
import { Skeleton } from '@/ui/Skeleton';

/** Widths and sides of a talk: looks like one, means nothing. */
const bubbles = [
  'w-48',
  'w-72',
  'own w-56',
  'w-40',
  'w-64',
  'own w-36',
  'own w-64',
  'w-52',
] as const;

/** Messages to come, in their final geometry: from the bottom up, as they will stand. */
export function TimelineSkeleton({ showsSenders }: { showsSenders: boolean }) {
  const { t } = useTranslation('conversation');
  return (
    <div
      role="status"
      className="mx-auto flex min-h-0 w-full max-w-200 flex-1 flex-col justify-end gap-3 overflow-hidden px-4 pb-3"
    >
      <span className="sr-only">{t('loading')}</span>
      {[...bubbles, ...bubbles].map((looks, index) => {
        const own = looks.startsWith('own');
        return (
          <span key={index} className={cn('flex shrink-0 gap-2', own && 'justify-end')}>
            {showsSenders && !own && <Skeleton className="size-8 rounded-full" />}
            <Skeleton className={cn('h-9 max-w-[80%] rounded-lg', looks)} />
          </span>
        );
      })}
    </div>
  );
}
