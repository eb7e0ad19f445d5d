import { Skeleton } from '@/ui/Skeleton';

export function SeenBySkeleton() {
  return (
    <div aria-hidden className="animate-late-in px-3 py-3">
      {['w-24', 'w-32'].map((width) => (
        <div key={width} className="flex h-10 items-center gap-3">
          <Skeleton className="size-7 rounded-full" />
          <Skeleton className={`h-3.5 ${width}`} />
        </div>
      ))}
    </div>
  );
}
