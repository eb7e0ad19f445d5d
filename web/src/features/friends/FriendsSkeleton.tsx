import { Skeleton } from '@/ui/Skeleton';

/** The lists while they are on their way, in their final geometry. */
export function FriendsSkeleton() {
  return (
    <div aria-hidden className="animate-late-in pt-10">
      {['w-32', 'w-44', 'w-28'].map((width) => (
        <div key={width} className="flex h-14 items-center gap-3 px-2">
          <Skeleton className="size-10 rounded-full" />
          <Skeleton className={`h-3.5 ${width}`} />
        </div>
      ))}
    </div>
  );
}
