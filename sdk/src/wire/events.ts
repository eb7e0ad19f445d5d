import type { ErrorCode } from './codes.js';
import type {
  CallId,
  MessageId,
  RoomId,
  ScheduledId,
  SessionId,
  Timestamp,
  UserId,
} from './ids.js';
import type { Me, MemberRole, Message, Presence, Reaction, Room, User } from './records.js';

/**
 * Events that take a rev of their room: everything its members can see. They are applied strictly
 * in rev order, live and replayed alike.
 */
export type RoomEvent =
  | Revised<'new_message', Message>
  | Revised<'message_edited', MessageEdited>
  | Revised<'message_recalled', MessageRecalled>
  | Revised<'reaction', ReactionChanged>
  | Revised<'message_pinned', PinChanged>
  | Revised<'message_unpinned', PinChanged>
  | Revised<'member_joined', MemberJoined>
  | Revised<'member_left', MemberLeft>
  | Revised<'member_role', MemberRoleChanged>
  | Revised<'room_updated', RoomUpdated>;

interface Revised<Type extends string, Data> {
  readonly type: Type;
  readonly room_id: RoomId;
  readonly rev: number;
  readonly data: Data;
}

export interface MessageEdited {
  readonly message_id: MessageId;
  readonly user_id: UserId;
  /** Null when the message was recalled later: a replayed event shows the current state. */
  readonly content: string | null;
  readonly mentions: readonly UserId[];
  readonly edited_at: Timestamp;
}
export interface MessageRecalled {
  readonly message_id: MessageId;
  readonly user_id: UserId;
  readonly recalled_at: Timestamp;
}
export interface ReactionChanged {
  readonly message_id: MessageId;
  readonly user_id: UserId;
  readonly emoji: string;
  readonly removed: boolean;
  readonly reactions: readonly Reaction[];
}
export interface PinChanged {
  readonly message_id: MessageId;
  readonly user_id: UserId;
}
export interface MemberJoined {
  readonly user_id: UserId;
  readonly role?: MemberRole;
  readonly joined_at: Timestamp;
  readonly by_user_id?: UserId;
  readonly user?: User;
}
export interface MemberLeft {
  readonly user_id: UserId;
  /** Themselves, or who removed them. */
  readonly by_user_id?: UserId;
}
export interface MemberRoleChanged {
  readonly user_id: UserId;
  readonly role: MemberRole;
  readonly by_user_id?: UserId;
}
export interface RoomUpdated extends Partial<
  Pick<
    Room,
    | 'name'
    | 'topic'
    | 'avatar_url'
    | 'history'
    | 'slow_mode_seconds'
    | 'message_ttl_seconds'
    | 'join_approval'
  >
> {
  readonly by_user_id?: UserId;
}

/** Events of a room that take no rev: what they tell is absolute, or passes. */
export type RoomSignal =
  | InRoom<'typing', { readonly user_id: UserId; readonly is_typing: boolean }>
  | InRoom<'delivered', Mark>
  | InRoom<'read', Mark>;

interface InRoom<Type extends string, Data> {
  readonly type: Type;
  readonly room_id?: RoomId;
  readonly data: Data & { readonly room_id: RoomId };
}
export interface Mark {
  readonly user_id: UserId;
  readonly seq: number;
}

/** Events for the user, on all of their devices. */
export type UserEvent =
  | Plain<'unread', UnreadChanged>
  | Plain<'room_view', RoomViewChanged>
  | Plain<'draft', DraftChanged>
  | Plain<'scheduled', ScheduledChanged>
  | Plain<'join_request', { readonly room_id: RoomId; readonly user_id: UserId }>
  | Plain<'presence', Presence>
  | Plain<'room_added', { readonly room_id: RoomId }>
  | Plain<'room_removed', { readonly room_id: RoomId }>
  | Plain<'friend_request', { readonly user_id: UserId }>
  | Plain<'friend_accepted', { readonly user_id: UserId }>
  | Plain<'friend_removed', { readonly user_id: UserId }>
  | Plain<'profile_updated', Partial<User> & { readonly user_id: UserId }>
  | Plain<'account_changed', AccountChanged>
  | Plain<'notification', Readonly<Record<string, unknown>>>
  | Plain<'session_revoked', { readonly session_id?: SessionId }>;

interface Plain<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
}
/** Those in charge have decided something about one's own account. */
export type AccountChanged = Pick<Me, 'role' | 'muted_until'>;

export interface UnreadChanged {
  readonly room_id: RoomId;
  readonly read_seq: number;
  readonly unread: number;
  readonly total_unread: number;
  readonly mentioned: boolean;
}

/** How a room stands in one's own list. */
export type RoomView = Pick<Room, 'muted_until' | 'pinned' | 'marked_unread'>;
export type RoomViewChanged = RoomView & { readonly room_id: RoomId };

export interface DraftChanged {
  readonly room_id: RoomId;
  /** Null when the draft is gone. */
  readonly content: string | null;
  readonly reply_to: MessageId | null;
  readonly updated_at: Timestamp;
}
export interface ScheduledChanged {
  readonly room_id: RoomId;
  readonly scheduled_id: ScheduledId;
  readonly problem: ErrorCode | null;
}

/** Calls: relayed to whoever shows them; the store keeps nothing of them. */
export type CallEvent = Plain<
  | 'call_incoming'
  | 'call_ringing'
  | 'call_accepted'
  | 'call_answered_elsewhere'
  | 'call_rejected'
  | 'call_ended'
  | 'offer'
  | 'answer'
  | 'candidate',
  { readonly call_id: CallId } & Readonly<Record<string, unknown>>
>;

export type ChatEvent = RoomEvent | RoomSignal | UserEvent | CallEvent;
export type ChatEventOf<Type extends ChatEvent['type']> = Extract<ChatEvent, { type: Type }>;

const revised = new Set<string>([
  'new_message',
  'message_edited',
  'message_recalled',
  'reaction',
  'message_pinned',
  'message_unpinned',
  'member_joined',
  'member_left',
  'member_role',
  'room_updated',
] satisfies RoomEvent['type'][]);

export const isRoomEvent = (event: { readonly type: string }): event is RoomEvent =>
  revised.has(event.type);
