import type { Room } from '@tingting/sdk';
import { usePresence } from '@/client/usePresence';
import { useUser } from '@/client/useUser';
import { Avatar } from '@/ui/Avatar';
import { PresenceDot } from '@/ui/PresenceDot';

/** The picture of the room or of the other person, with their presence. */
export function RoomAvatar({ room, title }: { room: Room; title: string }) {
  const peer = useUser(room.peer?.user_id);
  const presence = usePresence(room.peer?.user_id);
  if (room.kind !== 'direct') {
    return <Avatar id={room.room_id} name={title} src={room.avatar_url} shape="group" />;
  }
  return (
    <Avatar id={room.peer?.user_id ?? room.room_id} name={title} src={peer?.avatar_url}>
      {presence && presence.status !== 'offline' && (
        <PresenceDot status={presence.status} className="size-2.5 ring-2 ring-surface" />
      )}
    </Avatar>
  );
}
