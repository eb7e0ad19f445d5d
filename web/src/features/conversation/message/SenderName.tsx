import type { UserId } from '@tingting/sdk';
import { useUser } from '@/client/useUser';
import { Skeleton } from '@/ui/Skeleton';

export function SenderName({ userId }: { userId: UserId }) {
  const user = useUser(userId);
  if (!user) return <Skeleton className="mt-1 mb-0.5 h-3 w-20" />;
  return (
    <span className="max-w-full truncate text-xs font-semibold text-ink-soft">
      {user.display_name}
    </span>
  );
}
