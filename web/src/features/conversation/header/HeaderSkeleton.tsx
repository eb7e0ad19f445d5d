import { Skeleton } from '@/ui/Skeleton';

/** The header while it is not known which room this is, in its final geometry. */
export function HeaderSkeleton() {
  return (
    <div className="flex h-14 shrink-0 items-center gap-3 border-b border-line px-4">
      <Skeleton className="size-10 rounded-full" />
      <span className="space-y-1.5">
        <Skeleton className="h-3.5 w-32" />
        <Skeleton className="h-3 w-20" />
      </span>
    </div>
  );
}
