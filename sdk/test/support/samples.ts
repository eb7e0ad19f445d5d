import { clientMsgId, messageId, roomId, userId, type RoomId } from '../../src/wire/ids.js';
import type { RoomEvent } from '../../src/wire/events.js';
import type { Message, Room } from '../../src/wire/records.js';

export const an = userId('an');
export const binh = userId('binh');
export const hall = roomId('hall');

export function message(seq: number, told: Partial<Message> = {}): Message {
  return {
    message_id: messageId(`m${seq}`),
    room_id: hall,
    seq,
    user_id: binh,
    kind: 'text',
    content: `message ${seq}`,
    attachments: [],
    file_url: null,
    reply_to: null,
    mentions: [],
    mention_all: false,
    forwarded_from: null,
    reactions: [],
    client_msg_id: clientMsgId(`c${seq}`),
    created_at: new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString(),
    edited_at: null,
    recalled_at: null,
    expires_at: null,
    pinned: false,
    ...told,
  };
}

export const messages = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));

export const newMessage = (rev: number, told: Message = message(rev)): RoomEvent => ({
  type: 'new_message',
  room_id: told.room_id,
  rev,
  data: told,
});

export function room(room_id: RoomId, told: Partial<Room> = {}): Room {
  return {
    room_id,
    kind: 'group',
    is_group: true,
    name: room_id,
    avatar_url: null,
    topic: null,
    created_by: an,
    created_at: '2026-01-01T00:00:00.000Z',
    last_seq: 0,
    rev: 0,
    read_seq: 0,
    unread: 0,
    mentioned: false,
    last_message: null,
    draft: null,
    muted_until: null,
    pinned: false,
    marked_unread: false,
    slow_mode_seconds: 0,
    message_ttl_seconds: null,
    join_approval: false,
    ...told,
  };
}
