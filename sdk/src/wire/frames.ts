import type { ChatEvent } from './events.js';
import type { ClientMsgId, MessageId, RoomId, SessionId, Timestamp, UserId } from './ids.js';
import type { Draft, DraftText, Edit, OwnStatus, Presence, SendReceipt } from './records.js';
import type { ErrorCode } from './codes.js';

/** Requests of the socket, by type: what they carry and what their ack carries. */
export interface Requests {
  send_message: [data: Draft & { room_id: RoomId; client_msg_id: ClientMsgId }, ack: SendReceipt];
  edit_message: [data: { message_id: MessageId } & Edit, ack: Revision];
  recall: [data: { message_id: MessageId }, ack: Revision];
  react: [data: { message_id: MessageId; emoji: string; remove?: boolean }, ack: Revision];
  pin: [data: { message_id: MessageId }, ack: Revision];
  unpin: [data: { message_id: MessageId }, ack: Revision];
  draft: [data: { room_id: RoomId } & DraftText, ack: { updated_at: Timestamp }];
  delivered: [data: { room_id: RoomId; seq: number }, ack: { unread: number }];
  read: [data: { room_id: RoomId; seq: number }, ack: { unread: number }];
  presence: [data: { status: OwnStatus }, ack: unknown];
  /** Answered by `resumed`, after all that was missed. */
  resume: [data: Position, ack: unknown];
  watch: [data: { user_ids: readonly UserId[] }, ack: Watched];
}

/** Frames that nobody answers. */
export interface Notices {
  auth: { token: string };
  typing: { room_id: RoomId; is_typing: boolean };
}

export interface Revision {
  readonly rev: number;
}
/** The presence of those one asked for. */
export interface Watched {
  readonly presence: readonly Presence[];
}

/** How far a client has come: revs mean nothing without the epoch they were counted in. */
export interface Position {
  readonly epoch: string;
  readonly user_rev: number;
  readonly rooms: Readonly<Record<RoomId, number>>;
}

export interface Ready {
  readonly user_id: UserId;
  readonly session_id: SessionId;
  readonly epoch: string;
  readonly user_rev: number;
  readonly heartbeat_seconds: number;
  readonly server_time: Timestamp;
  readonly rooms: readonly RoomPosition[];
}
export interface RoomPosition {
  readonly room_id: RoomId;
  readonly rev: number;
  readonly last_seq: number;
  readonly read_seq: number;
  readonly unread: number;
  readonly mentioned: boolean;
}

/** Without a room_id: one's lists (rooms, friends, blocks, profile) moved; fetch them again. */
export interface Reset {
  readonly room_id?: RoomId;
  readonly rev?: number;
  readonly last_seq?: number;
  readonly user_rev?: number;
}

export interface SocketError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable: boolean;
  readonly retry_after_ms?: number;
}

/** Answers to requests. */
export type AnswerFrame =
  | { readonly type: 'ack'; readonly id: string; readonly data: unknown }
  | { readonly type: 'pong'; readonly id: string }
  | { readonly type: 'error'; readonly id?: string; readonly error: SocketError }
  | {
      readonly type: 'resumed';
      readonly data: { readonly rooms: number; readonly events: number };
    };

/** What happened: everything that changes a store. */
export type NewsFrame = { readonly type: 'reset'; readonly data: Reset } | ChatEvent;

export type ServerFrame =
  | { readonly type: 'ready'; readonly data: Ready }
  | { readonly type: 'drain'; readonly data: { readonly grace_ms: number } }
  | AnswerFrame
  | NewsFrame;

const answers = new Set<string>([
  'ack',
  'pong',
  'error',
  'resumed',
] satisfies AnswerFrame['type'][]);

export const isAnswer = (frame: ServerFrame): frame is AnswerFrame => answers.has(frame.type);

export type ClientFrame =
  | { [T in keyof Requests]: { id: string; type: T; data: Requests[T][0] } }[keyof Requests]
  | { [T in keyof Notices]: { type: T; data: Notices[T] } }[keyof Notices]
  | { type: 'ping'; id: string };
