import type { ErrorCode } from './codes.js';
import type {
  ClientMsgId,
  ExportId,
  PasskeyId,
  FileId,
  FriendRequestId,
  MessageId,
  RoomId,
  ScheduledId,
  SessionId,
  StickerId,
  StickerPackId,
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
  /** The account is closed: nothing but its id is left. */
  readonly closed?: boolean;
}

/** What somebody is on the whole server; in rooms people have other roles. */
export type ServerRole = 'admin' | 'moderator' | 'user';

/** One's own profile. */
export interface Me extends User {
  readonly email: string | null;
  /** When a code that was sent there came back; null while the address is only claimed. */
  readonly email_verified_at: Timestamp | null;
  readonly phone: string | null;
  /** False: one signs in with a provider alone. */
  readonly has_password: boolean;
  readonly role: ServerRole;
  /** When one may write again; null, or a time that is over, for now. */
  readonly muted_until: Timestamp | null;
  /** Whether signing in asks for a code as well. */
  readonly second_factor: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly created_at: Timestamp;
}

/** With whom one can sign in. */
export interface Provider {
  readonly provider: string;
  /** As people call it. */
  readonly name: string;
}

/** An identity there that opens one's account. */
export interface ProviderLink extends Provider {
  /** What the provider called one when it was linked. */
  readonly label: string;
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
  /** An unread message mentions one, or calls everybody. */
  readonly mentioned: boolean;
  readonly last_message: Message | null;
  /** What one has begun to write, on whichever device. */
  readonly draft: RoomDraft | null;
  readonly muted_until: Timestamp | null;
  readonly pinned: boolean;
  readonly marked_unread: boolean;
  /** One's own role. */
  readonly role?: MemberRole;
  readonly member_count?: number;
  /** The other person of a direct room. */
  readonly peer?: User | null;
  /** What new members see of what was written before them. */
  readonly history?: 'all' | 'since_join';
  /** The pause between two messages of a member; 0 for none. Owners and admins are free of it. */
  readonly slow_mode_seconds: number;
  /** How long messages live; null for ever. */
  readonly message_ttl_seconds: number | null;
  /** Who comes by an invite waits for an admin. */
  readonly join_approval: boolean;
}

/** A message that is not sent yet, as it follows its author from device to device. */
export interface RoomDraft {
  readonly content: string;
  readonly reply_to: MessageId | null;
  readonly updated_at: Timestamp;
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

export interface FileLink {
  /** A path on the server. */
  readonly url: string;
  readonly expires_at: Timestamp;
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
  /** Calls every member. */
  readonly mention_all: boolean;
  /** Who wrote it first. */
  readonly forwarded_from: UserId | null;
  readonly reactions: readonly Reaction[];
  readonly client_msg_id: ClientMsgId | null;
  readonly created_at: Timestamp;
  readonly edited_at: Timestamp | null;
  readonly recalled_at: Timestamp | null;
  /** When it is recalled by itself. */
  readonly expires_at: Timestamp | null;
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
  readonly mention_all?: boolean;
  /** The server copies this message: what else is named here only shows until the copy is there. */
  readonly forward_of?: MessageId;
}

/** What a message says from now on. */
export interface Edit {
  readonly content: string;
  readonly mentions?: readonly UserId[];
}

/** What is kept of a message while it is written; without content nothing is. */
export interface DraftText {
  readonly content: string;
  readonly reply_to?: MessageId;
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

/** What a message said before an edit. */
export interface EarlierContent {
  readonly content: string;
  readonly written_at: Timestamp;
}

/** One person under one emoji. */
export interface Reactor {
  readonly user_id: UserId;
  readonly emoji: string;
  readonly created_at: Timestamp;
}

/** How far one member has come with a message. */
export interface Receipt {
  readonly user_id: UserId;
  readonly delivered: boolean;
  readonly read: boolean;
}

/** A message that waits for its time; nobody else knows of it. */
export interface Scheduled {
  readonly scheduled_id: ScheduledId;
  readonly room_id: RoomId;
  readonly client_msg_id: ClientMsgId;
  readonly send_at: Timestamp;
  readonly created_at: Timestamp;
  readonly kind: Exclude<MessageKind, 'system'>;
  readonly content: string | null;
  readonly reply_to: MessageId | null;
  readonly mentions: readonly UserId[];
  readonly file_url: string | null;
  /** Why it could not be sent: it waits for a new time, or for its end. */
  readonly problem: ErrorCode | null;
}

/** What something is called, in each language of the app. */
export interface Names {
  readonly vi: string;
  readonly en: string;
}

/** A picture to send instead of words: a message of kind `sticker` with its `url` as `file_url`. */
export interface Sticker {
  readonly sticker_id: StickerId;
  readonly url: string;
  /** What it says, for whoever shows no pictures. */
  readonly emoji: string;
  readonly name: Names;
  /** Pixels, as is the height. */
  readonly width: number;
  readonly height: number;
}

export interface StickerPack {
  readonly pack_id: StickerPackId;
  readonly name: Names;
  readonly stickers: readonly Sticker[];
}

/** A link that leads into a room. */
export interface Invite {
  readonly code: string;
  readonly url: string;
  readonly room_id: RoomId;
  readonly created_by: UserId;
  readonly created_at: Timestamp;
  readonly expires_at: Timestamp | null;
  readonly max_uses: number | null;
  readonly uses: number;
}

/** What an invite shows of its room to those who are not in it. */
export interface Invitation {
  readonly code: string;
  readonly room: Pick<Room, 'room_id' | 'kind' | 'name' | 'avatar_url'> & {
    readonly member_count: number;
  };
  readonly join_approval: boolean;
  readonly joined: boolean;
  readonly requested: boolean;
}

/** Somebody who waits for an admin to let them in. */
export interface JoinRequest {
  readonly user_id: UserId;
  readonly created_at: Timestamp;
  readonly user: User;
}

/** A message that was searched for; the pieces of its snippet follow each other without a gap. */
export interface Found {
  readonly message: Message;
  readonly snippet: readonly { readonly text: string; readonly hit: boolean }[];
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
  /** What it says it is, in a word: `Firefox`, `Android`; null where it says nothing known. */
  readonly browser: string | null;
  readonly system: string | null;
  readonly created_at: Timestamp;
  readonly address: string;
  /** As exact as the access token's lifetime: noted at sign-in and at each renewal. */
  readonly last_used_at: Timestamp;
}

/** A key on a device of one's own, which opens the account. */
export interface Passkey {
  readonly passkey_id: PasskeyId;
  readonly name: string;
  readonly created_at: Timestamp;
  /** Null until one signs in with it. */
  readonly last_used_at: Timestamp | null;
}

export interface SecondFactorState {
  readonly enabled: boolean;
  /** How many have not been used. */
  readonly recovery_codes_left: number;
}

/** Told once and never again. */
export interface SecondFactorSetup {
  /** For typing into an authenticator app. */
  readonly secret: string;
  /** The same as a link, for a QR code. */
  readonly otpauth_url: string;
  readonly recovery_codes: readonly string[];
}

/** A file of all that one owns, or one that is being made. */
export interface Export {
  readonly export_id: ExportId;
  readonly state: 'waiting' | 'running' | 'ready' | 'failed';
  /** Whether this session asked for it: no other may fetch it. */
  readonly here: boolean;
  readonly created_at: Timestamp;
  readonly finished_at: Timestamp | null;
  /** When the file is deleted. */
  readonly expires_at: Timestamp;
  /** In bytes, once it is ready. */
  readonly size: number | null;
}

export interface Erasure {
  /** Until then one may come back. */
  readonly erase_at: Timestamp;
}

export interface Friend {
  readonly user_id: UserId;
  readonly user: User;
  readonly since?: Timestamp;
}

export interface FriendRequest {
  readonly request_id: FriendRequestId;
  /** The other person. */
  readonly user_id: UserId;
  readonly user: User;
  readonly direction: 'incoming' | 'outgoing';
  /** `accepted`: the other had asked before, so that one's own request was the answer. */
  readonly status: 'pending' | 'accepted';
  readonly created_at: Timestamp;
}

/** Somebody one has blocked. */
export interface Block {
  readonly user_id: UserId;
  readonly user: User;
  readonly created_at: Timestamp;
}

/**
 * The same before and after the server has numbered a message: what a list may key its rows by, so
 * that an own message keeps its place on screen when it is confirmed.
 */
export const messageKey = (message: Pick<Message, 'user_id' | 'client_msg_id' | 'message_id'>) =>
  message.client_msg_id === null
    ? message.message_id
    : `${message.user_id}/${message.client_msg_id}`;
