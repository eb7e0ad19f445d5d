import type { UserId } from '@tingting/sdk';
import { useUser } from '@/client/useUser';
import { Avatar } from '@/ui/Avatar';

export function SenderAvatar({ userId }: { userId: UserId }) {
  const user = useUser(userId);
  return <Avatar id={userId} name={user?.display_name ?? ''} src={user?.avatar_url} size={32} />;
}
