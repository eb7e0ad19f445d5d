import {
  messageId,
  roomId,
  userId,
  type Me,
  type Message,
  type Room,
  type User,
} from '@tingting/sdk';

/** Records with something in every field; tests say only what matters to them. */

export function user(told: Partial<User> = {}): User {
  return {
    user_id: userId('u-binh'),
    username: 'binh',
    display_name: 'Trần Thị Bình',
    avatar_url: null,
    ...told,
  };
}

export function me(told: Partial<Me> = {}): Me {
  return {
    ...user({ user_id: userId('u-me'), username: 'an.nguyen', display_name: 'Nguyễn Văn An' }),
    email: 'an@example.org',
    email_verified_at: null,
    phone: null,
    has_password: true,
    role: 'user',
    muted_until: null,
    second_factor: false,
    settings: {},
    created_at: '2026-01-01T00:00:00.000Z',
    ...told,
  };
}

export function message(told: Partial<Message> = {}): Message {
  return {
    message_id: messageId('m-1'),
    room_id: roomId('r-1'),
    seq: 1,
    user_id: userId('u-binh'),
    kind: 'text',
    content: 'Chào An',
    attachments: [],
    file_url: null,
    reply_to: null,
    mentions: [],
    mention_all: false,
    forwarded_from: null,
    reactions: [],
    client_msg_id: null,
    created_at: '2026-11-21T08:00:00.000Z',
    edited_at: null,
    recalled_at: null,
    expires_at: null,
    pinned: false,
    ...told,
  };
}

export function room(told: Partial<Room> = {}): Room {
  const kind = told.kind ?? 'direct';
  return {
    room_id: roomId('r-1'),
    kind,
    is_group: kind !== 'direct',
    name: kind === 'direct' ? null : 'Nhóm',
    avatar_url: null,
    topic: null,
    created_by: null,
    created_at: '2026-11-20T08:00:00.000Z',
    last_seq: 1,
    rev: 1,
    read_seq: 1,
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
    peer: kind === 'direct' ? user() : null,
    ...told,
  };
}
