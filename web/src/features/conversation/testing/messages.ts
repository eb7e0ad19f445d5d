import { messageId, roomId, userId, type Message } from '@tingting/sdk';

export const an = userId('an');
export const binh = userId('binh');
export const chi = userId('chi');
export const room = roomId('room');

/** A message by Bình, unless told otherwise. */
export function message(told: Partial<Message> & { readonly seq: number }): Message {
  return {
    message_id: messageId(`m${told.seq}`),
    room_id: room,
    user_id: binh,
    kind: 'text',
    content: `Message ${told.seq}`,
    attachments: [],
    file_url: null,
    reply_to: null,
    mentions: [],
    reactions: [],
    client_msg_id: null,
    created_at: new Date(1_750_000_000_000 + told.seq * 60_000).toISOString(),
    edited_at: null,
    recalled_at: null,
    pinned: false,
    ...told,
  };
}
