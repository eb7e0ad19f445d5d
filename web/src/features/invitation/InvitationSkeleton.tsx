import { useTranslation } from 'react-i18next';
import { Skeleton } from '@/ui/Skeleton';

/** The card of the final geometry while it is not known where the link leads. */
export function InvitationSkeleton() {
  const { t } = useTranslation('invitation');
  return (
    <div
      role="status"
      className="flex w-full max-w-90 animate-late-in flex-col items-center rounded-lg bg-raised px-6 pt-8 pb-6 shadow-float"
    >
      <h1 className="sr-only">{t('loading')}</h1>
      <Skeleton className="size-18 rounded-lg" />
      <Skeleton className="mt-5 h-5 w-40" />
      <Skeleton className="mt-3 h-3 w-24" />
      <Skeleton className="mt-5 h-3.5 w-52" />
      <Skeleton className="mt-7 h-11 w-full rounded-md" />
      <Skeleton className="mt-3 mb-2 h-4 w-36" />
    </div>
  );
}
