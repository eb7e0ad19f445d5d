/**
 * Ids are UUIDv7 strings on the wire. The brand keeps a room's id from being handed over where a
 * user's is meant; it exists for the compiler only.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type UserId = Id<'user'>;
export type RoomId = Id<'room'>;
export type MessageId = Id<'message'>;
export type SessionId = Id<'session'>;
export type PasskeyId = Id<'passkey'>;
export type FileId = Id<'file'>;
export type ExportId = Id<'export'>;
export type CallId = Id<'call'>;
export type ScheduledId = Id<'scheduled'>;
export type ReportId = Id<'report'>;
export type AuditId = Id<'audit'>;
export type FriendRequestId = Id<'friend_request'>;
export type StickerId = Id<'sticker'>;
export type StickerPackId = Id<'sticker_pack'>;
/** The sender's own UUID for one message: unique for ever per room and sender. */
export type ClientMsgId = Id<'client_msg'>;

/** Takes a string from outside (an address, a form) for an id; the server has the last word. */
export const userId = (text: string) => text as UserId;
export const roomId = (text: string) => text as RoomId;
export const messageId = (text: string) => text as MessageId;
export const clientMsgId = (text: string) => text as ClientMsgId;

/** RFC 3339, UTC, with milliseconds. */
export type Timestamp = string;
