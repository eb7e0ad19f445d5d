import type { User } from '@tingting/sdk';
import { Avatar, type AvatarProps } from '@/ui/Avatar';
import { cn } from '@/ui/cn';
import { PresenceDot } from '@/ui/PresenceDot';
import { usePresence } from './usePresence';
import { usePresenceWord } from './usePresenceWord';
import { useUser } from './useUser';

export interface UserAvatarProps {
  /** As it was last seen; what the store knows since then wins. */
  readonly user: User;
  readonly size?: AvatarProps['size'];
  /** A class that colours the ring around the dot like the surface it stands on. */
  readonly ring?: string;
}

/** Somebody's picture with their presence, while they are there. */
export function UserAvatar({ user, size = 40, ring = 'ring-surface' }: UserAvatarProps) {
  const current = useUser(user.user_id) ?? user;
  const word = usePresenceWord();
  const live = usePresence(user.user_id)?.status;
  const status = live ?? user.presence?.status ?? 'offline';
  return (
    <Avatar id={user.user_id} name={current.display_name} src={current.avatar_url} size={size}>
      {status !== 'offline' && (
        <PresenceDot
          status={status}
          label={word(status)}
          className={cn(size > 48 ? 'mr-1 mb-1 size-3.5 ring-3' : 'size-2.5 ring-2', ring)}
        />
      )}
    </Avatar>
  );
}
