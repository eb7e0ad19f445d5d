import type { StoreApi } from 'zustand/vanilla';
import type { RoomChange } from '../rest/rooms.js';
import type { ScheduledChange } from '../rest/scheduled.js';
import type { RoomView } from '../wire/events.js';
import type {
  ClientMsgId,
  MessageId,
  RoomId,
  ScheduledId,
  Timestamp,
  UserId,
} from '../wire/ids.js';
import type { Draft, DraftText, Edit, MemberRole } from '../wire/records.js';
import type { ConversationState } from './state.js';

/** One room: its state, and what one may do in it. The same object for as long as the client lives. */
export interface Conversation {
  readonly roomId: RoomId;
  readonly store: StoreApi<ConversationState>;

  /**
   * Loads the first stretch once: around the first unread message, or the end. Cached afterwards;
   * with `seq`, around that message.
   */
  open(seq?: number): Promise<void>;
  /** 50 more above. Concurrent calls are one; nothing happens at the start of the room. */
  loadOlder(): Promise<void>;
  loadNewer(): Promise<void>;
  /** Shows the stretch around this seq; what was loaded elsewhere stays cached. */
  loadAround(seq: number): Promise<void>;
  /** As loadAround, for a link: answers the seq, or null where there is no such message here. */
  loadAroundMessage(message: MessageId): Promise<number | null>;
  /** Shows the end again; from the cache when it is there. */
  toLatest(): Promise<void>;
  loadMembers(): Promise<void>;

  /** Queues a message; it shows at once in `outgoing`. Returns the id to retry or discard it by. */
  send(draft: Draft): ClientMsgId;
  retry(message: ClientMsgId): void;
  discard(message: ClientMsgId): void;

  /** Call on every key; what goes out is throttled, and ends by itself after 5 s without a call. */
  typing(isTyping: boolean): void;
  /** Everything up to `seq` was on screen; coalesced, never moves backwards. */
  read(seq: number): void;

  edit(message: MessageId, edit: Edit): Promise<void>;
  recall(message: MessageId): Promise<void>;
  /** Shows at once; taken back, and rejects, where the server refuses or does not answer. */
  react(message: MessageId, emoji: string, on: boolean): Promise<void>;
  pin(message: MessageId, on: boolean): Promise<void>;
  loadPins(): Promise<void>;

  /** Keeps what is being written for one's other devices. Call when writing pauses. */
  saveDraft(draft: DraftText): Promise<void>;

  loadScheduled(): Promise<void>;
  schedule(draft: Draft, sendAt: Timestamp): Promise<void>;
  reschedule(message: ScheduledId, change: ScheduledChange): Promise<void>;
  unschedule(message: ScheduledId): Promise<void>;

  /** Changes the room for everybody. */
  change(change: RoomChange): Promise<void>;
  /** Changes how the room stands in one's own list. */
  changeView(view: Partial<RoomView>): Promise<void>;

  addMembers(users: readonly UserId[]): Promise<void>;
  removeMember(user: UserId): Promise<void>;
  setRole(user: UserId, role: MemberRole): Promise<void>;
  leave(): Promise<void>;
}
