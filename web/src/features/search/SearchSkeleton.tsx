import { Skeleton } from '@/ui/Skeleton';

/** Results of the final geometry while they are looked for. */
export function SearchSkeleton() {
  return (
    <div aria-hidden className="animate-late-in">
      {['w-24', 'w-32', 'w-20', 'w-28'].map((width) => (
        <div key={width} className="flex gap-3 px-2.5 py-2.5">
          <Skeleton className="size-8 rounded-full" />
          <div className="flex-1">
            <Skeleton className={`h-3.5 ${width}`} />
            <Skeleton className="mt-2 h-3 w-full" />
            <Skeleton className="mt-1.5 h-3 w-3/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
