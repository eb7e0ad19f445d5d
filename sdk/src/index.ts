export { createTingTing } from './client.js';
export type { TingTing } from './tingting.js';
export type { TingTingOptions } from './options.js';
export * from './errors.js';
export type { Clock, Timer } from './clock.js';

export * from './wire/administration.js';
export * from './wire/codes.js';
export * from './wire/events.js';
export * from './wire/frames.js';
export * from './wire/ids.js';
export * from './wire/records.js';

export type { Conversation } from './store/conversation.js';
export * from './store/state.js';

export { indexedDbOutbox } from './outbox/indexeddb.js';
export { memoryOutbox } from './outbox/memory.js';
export type { OutboxStorage } from './outbox/storage.js';
export type { Backoff } from './socket/backoff.js';
export type { Hide } from './socket/hide.js';
export type { SocketConstructor, SocketLike } from './socket/link.js';
export type { Wake } from './socket/wake.js';
export * from './session/tokens.js';

export type {
  AccountChange,
  AccountFilter,
  AuditFilter,
  ReportFilter,
  RoomFilter,
} from './rest/administration.js';
export type { Api } from './rest/api.js';
export type { Contact, Credentials, Proof, Registration } from './rest/auth.js';
export { everyPage } from './rest/everyPage.js';
export type { CallOptions } from './rest/http.js';
export type { Joined, NewInvite } from './rest/invites.js';
export type { MessageRange, ReactorsRange } from './rest/messages.js';
export type { ErasureWish } from './rest/ownData.js';
export type { Complaint } from './rest/reports.js';
export type { NewRoom, RoomChange } from './rest/rooms.js';
export type { NewScheduled, ScheduledChange } from './rest/scheduled.js';
export type { MessageSearch } from './rest/search.js';
export type { UploadOptions } from './rest/uploads.js';
export type { ProfileChange, UserSearch } from './rest/users.js';
