import { Skeleton } from '@/ui/Skeleton';

export function StickerShelfSkeleton() {
  return (
    <div className="space-y-3 px-3 pt-2">
      <Skeleton className="h-3 w-28" />
      <div className="grid grid-cols-4 gap-3">
        {Array.from({ length: 12 }, (_, index) => (
          <Skeleton key={index} className="aspect-square rounded-md" />
        ))}
      </div>
    </div>
  );
}
