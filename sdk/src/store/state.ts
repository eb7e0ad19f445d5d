import type { ClientMsgId, RoomId, Timestamp, UserId } from '../wire/ids.js';
import type {
  Draft,
  Me,
  Member,
  Message,
  Presence,
  Room,
  Scheduled,
  SendReceipt,
  User,
} from '../wire/records.js';

/** Who is signed in. `unknown` lasts from the start until `restore()` has answered. */
export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed_in'; readonly me: Me }
  | { readonly status: 'signed_out'; readonly reason: SignedOutReason };

/**
 * `fresh`: nobody was signed in; `left`: by oneself; `revoked`: the server ended the session
 * (elsewhere, by an admin, or because it was left unused for too long).
 */
export type SignedOutReason = 'fresh' | 'left' | 'revoked';

/** The socket as the user experiences it. */
export interface ConnectionState {
  readonly status: 'offline' | 'connecting' | 'online';
  /** When the next try starts, milliseconds since the epoch; only while offline and trying. */
  readonly retryAt?: number;
  /** The close code after which nothing is tried any more, until `reconnect()`. */
  readonly stopped?: number;
  /** Tries since the last time it was online; 0 while online. */
  readonly attempt: number;
}

export type LoadStatus = 'idle' | 'loading' | 'ready' | 'failed';

export interface RoomsState {
  readonly status: LoadStatus;
  readonly byId: ReadonlyMap<RoomId, Room>;
  /** Pinned first, then by latest message, newest first; stable. */
  readonly order: readonly RoomId[];
  /** As the server counts it, muted rooms too. */
  readonly totalUnread: number;
}

export interface PeopleState {
  readonly users: ReadonlyMap<UserId, User>;
  readonly presence: ReadonlyMap<UserId, Presence>;
}

export type OutgoingStatus = 'pending' | 'sent' | 'failed';

/** A message of one's own that has no place in the timeline yet. */
export interface Outgoing {
  readonly clientMsgId: ClientMsgId;
  readonly roomId: RoomId;
  readonly draft: Draft;
  readonly createdAt: Timestamp;
  readonly status: OutgoingStatus;
  /** Code of the refusal; only when failed. */
  readonly failure?: string;
  /** The server's ack; only when sent. Its message follows in a moment. */
  readonly receipt?: SendReceipt;
}

/** How far a member has come in a room. */
export interface Marks {
  readonly delivered: number;
  readonly read: number;
}

/** One room from inside. `messages` is one unbroken stretch: the one being looked at. */
export interface ConversationState {
  readonly status: LoadStatus;
  /** By seq, ascending. An untouched message keeps its identity. */
  readonly messages: readonly Message[];
  /** Nothing older exists. */
  readonly reachesStart: boolean;
  /** Nothing newer exists: live messages appear at the end, `outgoing` follows. */
  readonly reachesEnd: boolean;
  readonly loading: 'older' | 'newer' | 'around' | null;
  /** Own messages on their way, oldest first; shown after `messages` when those reach the end. */
  readonly outgoing: readonly Outgoing[];
  /** Who is typing now, oneself left out. */
  readonly typing: readonly UserId[];
  /** Null until `loadMembers()`. */
  readonly members: readonly Member[] | null;
  /** The newest pin first; null until `loadPins()`. */
  readonly pins: readonly Message[] | null;
  /** One's own that wait for their time, the next first; null until `loadScheduled()`. */
  readonly scheduled: readonly Scheduled[] | null;
  readonly marks: ReadonlyMap<UserId, Marks>;
  /** The furthest any other member has got, and read: ticks without walking the members. */
  readonly reach: Marks;
}

/** What `messageKey` will be once the server has numbered this message. */
export const outgoingKey = (me: UserId, outgoing: Pick<Outgoing, 'clientMsgId'>) =>
  `${me}/${outgoing.clientMsgId}`;
