import { Skeleton } from '@/ui/Skeleton';

export function EmojiPickerSkeleton() {
  return (
    <div className="h-88 w-80 space-y-3 p-3">
      <Skeleton className="h-9 w-full rounded-md" />
      <Skeleton className="h-3 w-28" />
      <div className="grid grid-cols-8 gap-2">
        {Array.from({ length: 40 }, (_, index) => (
          <Skeleton key={index} className="size-7 rounded-full" />
        ))}
      </div>
    </div>
  );
}
