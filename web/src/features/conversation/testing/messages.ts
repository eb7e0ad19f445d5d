import { messageId, roomId, userId, type Message } from '@tingting/sdk';
import { message as sample } from '@/testing/samples';

export const an = userId('an');
export const binh = userId('binh');
export const chi = userId('chi');
export const room = roomId('room');

/** A message by Bình, a minute after the one before it, unless told otherwise. */
export function message(told: Partial<Message> & { readonly seq: number }): Message {
  return sample({
    message_id: messageId(`m${told.seq}`),
    room_id: room,
    user_id: binh,
    content: `Message ${told.seq}`,
    created_at: new Date(1_750_000_000_000 + told.seq * 60_000).toISOString(),
    ...told,
  });
}
