import { Skeleton } from '@/ui/Skeleton';

/** Two devices that are on their way. */
export function DevicesSkeleton() {
  return (
    <div aria-hidden className="animate-late-in divide-y divide-line border-y border-line">
      {['w-44', 'w-36'].map((width) => (
        <div key={width} className="flex h-[68px] items-center gap-3">
          <Skeleton className="size-5" />
          <div className="flex-1 space-y-2">
            <Skeleton className={`h-3.5 ${width}`} />
            <Skeleton className="h-3 w-56" />
          </div>
        </div>
      ))}
    </div>
  );
}
