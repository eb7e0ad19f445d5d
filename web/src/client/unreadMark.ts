import type { Room, TingTing } from '@tingting/sdk';

/** Something in it waits to be read, or one wants to be reminded of it. */
export const isUnread = (room: Room): boolean => room.unread > 0 || room.marked_unread;

/** Everything in the room has been seen, and nothing is to be remembered. */
export async function markRead(client: TingTing, room: Room): Promise<void> {
  const conversation = client.conversation(room.room_id);
  if (room.unread > 0) conversation.read(room.last_seq);
  if (room.marked_unread) await conversation.changeView({ marked_unread: false });
}
