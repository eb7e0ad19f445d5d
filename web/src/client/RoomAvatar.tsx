import type { Room } from '@tingting/sdk';
import { Avatar, type AvatarProps } from '@/ui/Avatar';
import { UserAvatar } from './UserAvatar';

export interface RoomAvatarProps {
  readonly room: Room;
  readonly title: string;
  readonly size?: AvatarProps['size'];
  /** A class that colours the ring around the dot like the surface it stands on. */
  readonly ring?: string;
}

/** A group's picture, or the other person's with their presence. */
export function RoomAvatar({ room, title, size = 40, ring }: RoomAvatarProps) {
  if (room.kind === 'direct' && room.peer) {
    return <UserAvatar user={room.peer} size={size} {...(ring !== undefined && { ring })} />;
  }
  return <Avatar id={room.room_id} name={title} src={room.avatar_url} size={size} shape="group" />;
}
