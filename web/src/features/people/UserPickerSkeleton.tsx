import { Skeleton } from '@/ui/Skeleton';

export function UserPickerSkeleton() {
  return (
    <div aria-hidden className="animate-late-in">
      {['w-32', 'w-24', 'w-28', 'w-36'].map((width) => (
        <div key={width} className="flex h-14 items-center gap-3 px-2">
          <Skeleton className="size-10 rounded-full" />
          <div>
            <Skeleton className={`h-3.5 ${width}`} />
            <Skeleton className="mt-2 h-3 w-20" />
          </div>
        </div>
      ))}
    </div>
  );
}
