import type {
  ClientMsgId,
  FileId,
  MessageId,
  RoomId,
  SessionId,
  Timestamp,
  UserId,
} from './ids.js';

export type PresenceStatus = 'online' | 'away' | 'busy' | 'offline';
/** What a user may say of themselves; `invisible` reads as `offline` to everyone else. */
export type OwnStatus = 'online' | 'away' | 'busy' | 'invisible';

export interface Presence {
  readonly user_id: UserId;
  readonly status: PresenceStatus;
  readonly last_seen: Timestamp | null;
}

/** A public profile. */
export interface User {
  readonly user_id: UserId;
  readonly username: string;
  readonly display_name: string;
  readonly avatar_url: string | null;
  readonly bio?: string | null;
  readonly status_text?: string | null;
  readonly presence?: Omit<Presence, 'user_id'>;
}

/** One's own profile. */
export interface Me extends User {
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: 'admin' | 'moderator' | 'user';
  readonly settings: Readonly<Record<string, unknown>>;
  readonly created_at: Timestamp;
}

export type RoomKind = 'direct' | 'group' | 'channel';
export type MemberRole = 'owner' | 'admin' | 'member';

export interface Room {
  readonly room_id: RoomId;
  readonly kind: RoomKind;
  readonly is_group: boolean;
  /** Null in direct rooms: those are named after `peer`. */
  readonly name: string | null;
  readonly avatar_url: string | null;
  readonly topic: string | null;
  readonly created_by: UserId | null;
  readonly created_at: Timestamp;
  readonly last_seq: number;
  readonly rev: number;
  readonly read_seq: number;
  readonly unread: number;
  readonly last_message: Message | null;
  readonly muted_until: Timestamp | null;
  readonly pinned: boolean;
  readonly marked_unread?: boolean;
  /** One's own role. */
  readonly role?: MemberRole;
  readonly member_count?: number;
  /** The other person of a direct room. */
  readonly peer?: User | null;
  readonly history?: 'all' | 'since_join';
}

export interface Member {
  readonly user_id: UserId;
  readonly role: MemberRole;
  readonly joined_at: Timestamp;
  readonly user?: User;
  readonly read_seq?: number;
  readonly delivered_seq?: number;
}

export type MessageKind =
  'text' | 'image' | 'file' | 'audio' | 'video' | 'sticker' | 'emoji' | 'location' | 'system';

export interface Attachment {
  readonly file_id: FileId;
  readonly url: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly width?: number | null;
  readonly height?: number | null;
  /** Seconds. */
  readonly duration?: number | null;
  readonly thumbnail_url?: string | null;
  readonly blurhash?: string | null;
}

export interface ReplyExcerpt {
  readonly message_id: MessageId;
  readonly user_id: UserId;
  /** Null once the origin was recalled. */
  readonly excerpt: string | null;
}

export interface Reaction {
  readonly emoji: string;
  readonly count: number;
  /** The first ten. */
  readonly user_ids: readonly UserId[];
  /** In REST answers only: events are the same bytes for everybody. The store keeps it filled. */
  readonly me?: boolean;
}

export interface Message {
  readonly message_id: MessageId;
  readonly room_id: RoomId;
  readonly seq: number;
  readonly user_id: UserId;
  readonly kind: MessageKind;
  /** Null once recalled. */
  readonly content: string | null;
  readonly attachments: readonly Attachment[];
  readonly file_url: string | null;
  readonly reply_to: ReplyExcerpt | null;
  readonly mentions: readonly UserId[];
  readonly reactions: readonly Reaction[];
  readonly client_msg_id: ClientMsgId | null;
  readonly created_at: Timestamp;
  readonly edited_at: Timestamp | null;
  readonly recalled_at: Timestamp | null;
  readonly pinned: boolean;
}

/** What one writes: the body of `send_message`, without its room and its client_msg_id. */
export interface Draft {
  readonly kind?: Exclude<MessageKind, 'system'>;
  readonly content?: string;
  readonly attachments?: readonly { readonly file_id: FileId }[];
  readonly file_url?: string;
  readonly reply_to?: MessageId;
  readonly mentions?: readonly UserId[];
}

/** The ack of `send_message`, and the answer of the same call over REST. */
export interface SendReceipt {
  readonly message_id: MessageId;
  readonly room_id: RoomId;
  readonly seq: number;
  readonly rev: number;
  readonly created_at: Timestamp;
  readonly duplicate: boolean;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next_cursor: string | null;
}

/** Answer of register, login and refresh. In cookie mode `refresh_token` stays out of the body. */
export interface Grant {
  readonly user: Me;
  readonly access_token: string;
  readonly refresh_token?: string;
  /** Seconds. */
  readonly expires_in: number;
}

export interface Device {
  readonly session_id: SessionId;
  readonly current: boolean;
  readonly user_agent: string;
  readonly created_at: Timestamp;
  readonly address: string;
  /** As exact as the access token's lifetime: noted at sign-in and at each renewal. */
  readonly last_used_at: Timestamp;
}

export interface Friend {
  readonly user_id: UserId;
  readonly user: User;
  readonly since?: Timestamp;
}

/**
 * The same before and after the server has numbered a message: what a list may key its rows by, so
 * that an own message keeps its place on screen when it is confirmed.
 */
export const messageKey = (message: Pick<Message, 'user_id' | 'client_msg_id' | 'message_id'>) =>
  message.client_msg_id === null
    ? message.message_id
    : `${message.user_id}/${message.client_msg_id}`;
