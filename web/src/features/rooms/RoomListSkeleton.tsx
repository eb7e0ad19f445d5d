import { useTranslation } from 'react-i18next';
import { Skeleton } from '@/ui/Skeleton';

const widths = ['w-24', 'w-32', 'w-20', 'w-28', 'w-36', 'w-24', 'w-28'];

/** Rows of the final geometry while the rooms are on their way. */
export function RoomListSkeleton() {
  const { t } = useTranslation('rooms');
  return (
    <div role="status" className="animate-late-in px-2">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="mx-2 mb-2 h-9 rounded-md pointer-coarse:h-10" />
      {widths.map((width, index) => (
        <div key={index} aria-hidden className="flex h-16 items-center gap-3 px-2.5">
          <Skeleton className="size-10 rounded-full" />
          <div className="flex-1">
            <Skeleton className={`h-3.5 ${width}`} />
            <Skeleton className="mt-2 h-3 w-4/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
