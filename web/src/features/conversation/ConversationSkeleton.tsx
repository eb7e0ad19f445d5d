import { Skeleton } from '@/ui/Skeleton';
import { HeaderSkeleton } from './header/HeaderSkeleton';
import { TimelineSkeleton } from './timeline/TimelineSkeleton';

/** The whole column while the rooms are on their way. */
export function ConversationSkeleton() {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <HeaderSkeleton />
      <TimelineSkeleton showsSenders={false} />
      <div className="mx-auto w-full max-w-200 px-2 pb-6 two:px-4">
        <Skeleton className="h-11 w-full rounded-lg" />
      </div>
    </div>
  );
}
