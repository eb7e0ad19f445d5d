import type { Clock } from '../clock.js';
import type { Api } from '../rest/api.js';
import type { RoomChange } from '../rest/rooms.js';
import type { ScheduledChange } from '../rest/scheduled.js';
import type { Notices, Requests } from '../wire/frames.js';
import {
  clientMsgId,
  type ClientMsgId,
  type MessageId,
  type RoomId,
  type ScheduledId,
  type Timestamp,
  type UserId,
} from '../wire/ids.js';
import type { Draft, DraftText, Edit, MemberRole, Message, Room, User } from '../wire/records.js';
import type { RoomEvent, RoomSignal, RoomView } from '../wire/events.js';
import type { Conversation } from './conversation.js';
import { History } from './history.js';
import { marked } from './marks.js';
import { Pins } from './pins.js';
import { Roster } from './roster.js';
import { Sheet } from './sheet.js';
import type { ConversationState, Outgoing } from './state.js';
import { Timetable } from './timetable.js';
import { TypingOthers, TypingOwn } from './typing.js';

/** What a room needs of the client around it. */
export interface RoomSurroundings {
  readonly clock: Clock;
  readonly api: Api;
  me(): UserId;
  room(id: RoomId): Room | undefined;
  /** Resolves when the rows of all rooms are there. */
  listed(): Promise<void>;
  changeRoom(id: RoomId, change: (room: Room) => Room): void;
  /** A room's record was asked for when the row was `before`. */
  answered(room: Room, before: Room | undefined): void;
  know(users: readonly User[]): void;
  request<Type extends keyof Requests>(
    type: Type,
    data: Requests[Type][0],
  ): Promise<Requests[Type][1]>;
  notify<Type extends keyof Notices>(type: Type, data: Notices[Type]): void;
  read(room: RoomId, seq: number): void;
  left(room: RoomId): void;
  /** For failures that have no caller to reject to. */
  report(error: unknown): void;
  readonly outbox: RoomOutbox;
}

/** The outbox as one room sees it. */
export interface RoomOutbox {
  of(room: RoomId): readonly Outgoing[];
  add(message: Outgoing): void;
  retry(room: RoomId, message: ClientMsgId): void;
  remove(room: RoomId, message: ClientMsgId): void;
  settle(room: RoomId, seq: number): void;
}

const blank: ConversationState = {
  status: 'idle',
  messages: [],
  reachesStart: false,
  reachesEnd: false,
  loading: null,
  outgoing: [],
  typing: [],
  members: null,
  pins: null,
  scheduled: null,
  marks: new Map(),
  reach: { delivered: 0, read: 0 },
};

/** One room: its verbs, and how events change it. */
export class RoomConversation implements Conversation {
  readonly roomId: RoomId;
  readonly #around: RoomSurroundings;
  readonly #sheet: Sheet<ConversationState>;
  readonly #history: History;
  readonly #others: TypingOthers;
  readonly #own: TypingOwn;
  readonly #roster: Roster;
  readonly #pins: Pins;
  readonly #timetable: Timetable;
  #opening: Promise<void> | null = null;

  constructor(roomId: RoomId, around: RoomSurroundings) {
    this.roomId = roomId;
    this.#around = around;
    this.#sheet = new Sheet({ ...blank, outgoing: around.outbox.of(roomId) });
    const me = () => around.me();
    const report = (error: unknown) => around.report(error);
    const inside = { room: roomId, sheet: this.#sheet, me, report };
    const { messages, members, scheduled } = around.api;
    this.#history = new History({
      ...inside,
      messages,
      lastSeq: () => around.room(roomId)?.last_seq ?? 0,
      rev: () => around.room(roomId)?.rev ?? 0,
      arrived: (arrived) => this.#arrived(arrived),
    });
    this.#roster = new Roster({ ...inside, members, know: (users) => around.know(users) });
    this.#pins = new Pins({ ...inside, messages, message: (id) => this.#history.message(id) });
    this.#timetable = new Timetable({ ...inside, scheduled });
    this.#others = new TypingOthers(around.clock, (typing) => this.#sheet.set({ typing }));
    this.#own = new TypingOwn(around.clock, (is_typing) =>
      around.notify('typing', { room_id: roomId, is_typing }),
    );
  }

  get store() {
    return this.#sheet.store;
  }

  open(seq?: number): Promise<void> {
    if (seq !== undefined) return this.#load(() => this.#history.around(seq));
    if (this.#history.loaded) return Promise.resolve();
    this.#opening ??= this.#load(() => this.#firstStretch()).finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  loadOlder(): Promise<void> {
    return this.#history.older();
  }

  loadNewer(): Promise<void> {
    return this.#history.newer();
  }

  loadAround(seq: number): Promise<void> {
    return this.#load(() => this.#history.around(seq));
  }

  async loadAroundMessage(message: MessageId): Promise<number | null> {
    const seq = await this.#history.seqOf(message);
    if (seq !== null) await this.loadAround(seq);
    return seq;
  }

  toLatest(): Promise<void> {
    return this.#load(() => this.#history.latest());
  }

  loadMembers(): Promise<void> {
    return this.#roster.load();
  }

  send(draft: Draft): ClientMsgId {
    const id = clientMsgId(crypto.randomUUID());
    this.#own.sent();
    this.#around.outbox.add({
      clientMsgId: id,
      roomId: this.roomId,
      draft,
      createdAt: new Date(this.#around.clock.now()).toISOString(),
      status: 'pending',
    });
    return id;
  }

  retry(message: ClientMsgId): void {
    this.#around.outbox.retry(this.roomId, message);
  }

  discard(message: ClientMsgId): void {
    this.#around.outbox.remove(this.roomId, message);
  }

  typing(isTyping: boolean): void {
    if (isTyping) this.#own.key();
    else this.#own.stop();
  }

  read(seq: number): void {
    this.#around.read(this.roomId, seq);
  }

  async edit(message_id: MessageId, edit: Edit): Promise<void> {
    await this.#around.request('edit_message', { message_id, ...edit });
  }

  async recall(message_id: MessageId): Promise<void> {
    await this.#around.request('recall', { message_id });
  }

  react(message_id: MessageId, emoji: string, on: boolean): Promise<void> {
    const data = { message_id, emoji, ...(!on && { remove: true }) };
    return this.#history.react(message_id, emoji, on, () => this.#around.request('react', data));
  }

  async pin(message_id: MessageId, on: boolean): Promise<void> {
    await this.#around.request(on ? 'pin' : 'unpin', { message_id });
  }

  loadPins(): Promise<void> {
    return this.#pins.load();
  }

  async saveDraft(draft: DraftText): Promise<void> {
    const { updated_at } = await this.#around.request('draft', { room_id: this.roomId, ...draft });
    const { content, reply_to = null } = draft;
    const kept = content === '' ? null : { content, reply_to, updated_at };
    this.#around.changeRoom(this.roomId, (room) => ({ ...room, draft: kept }));
  }

  loadScheduled(): Promise<void> {
    return this.#timetable.load();
  }

  schedule(draft: Draft, sendAt: Timestamp): Promise<void> {
    return this.#timetable.add(draft, sendAt);
  }

  reschedule(message: ScheduledId, change: ScheduledChange): Promise<void> {
    return this.#timetable.change(message, change);
  }

  unschedule(message: ScheduledId): Promise<void> {
    return this.#timetable.cancel(message);
  }

  /** From another device, or by the server: the time of one has come. */
  scheduledChanged(): void {
    this.#timetable.changed();
  }

  change(change: RoomChange): Promise<void> {
    return this.#put(() => this.#around.api.rooms.update(this.roomId, change));
  }

  changeView(view: Partial<RoomView>): Promise<void> {
    return this.#put(() => this.#around.api.rooms.updateView(this.roomId, view));
  }

  async addMembers(users: readonly UserId[]): Promise<void> {
    await this.#around.api.members.add(this.roomId, users);
  }

  async removeMember(user: UserId): Promise<void> {
    await this.#around.api.members.remove(this.roomId, user);
  }

  async setRole(user: UserId, role: MemberRole): Promise<void> {
    await this.#around.api.members.setRole(this.roomId, user, role);
  }

  async leave(): Promise<void> {
    await this.#around.api.rooms.leave(this.roomId);
    this.#around.left(this.roomId);
  }

  /** The next change of this room, in the order of rev. */
  apply(event: RoomEvent): void {
    this.#sheet.together(() => {
      this.#history.apply(event);
      if (event.type === 'new_message') {
        const { user_id, seq } = event.data;
        this.#others.heard(user_id, false);
        this.#sheet.set(marked(this.#sheet.state, this.#around.me(), user_id, { read: seq }));
        this.#arrived([event.data]);
      }
      this.#roster.apply(event);
      this.#pins.apply(event);
    });
  }

  /** What passes, or is absolute. */
  signal({ type, data }: RoomSignal): void {
    const me = this.#around.me();
    if (type === 'typing') {
      if (data.user_id !== me) this.#others.heard(data.user_id, data.is_typing);
    } else {
      this.#sheet.set(marked(this.#sheet.state, me, data.user_id, { [type]: data.seq }));
    }
  }

  showOutgoing(outgoing: readonly Outgoing[]): void {
    this.#sheet.set({ outgoing });
  }

  /** Changes were missed and cannot be replayed: fetches anew what is loaded. */
  async reload(): Promise<void> {
    const room = this.#around.room(this.roomId);
    // Marks only grow, and in another epoch the numbers mean something else: they start again.
    this.#sheet.set({ marks: blank.marks, reach: blank.reach });
    await this.#history.reload();
    if (room) this.#around.outbox.settle(this.roomId, room.last_seq);
    const { members, pins } = this.#sheet.state;
    await Promise.all([members && this.loadMembers(), pins && this.loadPins()]);
  }

  disconnected(): void {
    this.#others.clear();
    this.#own.sent();
  }

  clear(): void {
    this.disconnected();
    this.#history.clear();
    this.#sheet.set({ ...blank });
  }

  async #load(load: () => Promise<void>): Promise<void> {
    if (!this.#history.loaded) this.#sheet.set({ status: 'loading' });
    try {
      // A page from before the row would miss what happened between the two.
      if (!this.#history.loaded) await this.#around.listed();
      await load();
    } catch (error) {
      if (!this.#history.loaded) this.#sheet.set({ status: 'failed' });
      throw error;
    }
  }

  /** Around the first unread message when the last page would not show it. */
  #firstStretch(): Promise<void> {
    const room = this.#around.room(this.roomId);
    // Ticks want to know how far the others are; where that fails they come with the next events.
    if (room && (room.member_count ?? 2) <= smallRoom)
      void this.loadMembers().catch(() => undefined);
    const behind = room && room.unread > 0 ? room.last_seq - room.read_seq : 0;
    return room && behind > oneScreen
      ? this.#history.around(room.read_seq + 1)
      : this.#history.latest();
  }

  /** Own messages that are in the timeline are on their way no longer. */
  #arrived(messages: readonly Message[]): void {
    const me = this.#around.me();
    for (const { user_id, client_msg_id } of messages) {
      if (user_id === me && client_msg_id) this.#around.outbox.remove(this.roomId, client_msg_id);
    }
  }

  async #put(ask: () => Promise<Room>): Promise<void> {
    const before = this.#around.room(this.roomId);
    this.#around.answered(await ask(), before);
  }
}

/** Up to so many members, read marks come with the room. */
const smallRoom = 100;
/** So many unread messages surely fit in the last page, with what was read above them. */
const oneScreen = 40;
