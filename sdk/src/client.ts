import type { StoreApi } from 'zustand/vanilla';
import { clock as systemClock, type Clock } from './clock.js';
import { NetworkError, ProblemError } from './errors.js';
import { Incoming } from './incoming.js';
import { Listeners } from './listeners.js';
import type { TingTingOptions } from './options.js';
import { indexedDbOutbox } from './outbox/indexeddb.js';
import { memoryOutbox } from './outbox/memory.js';
import { Outbox } from './outbox/outbox.js';
import type { OutboxStorage } from './outbox/storage.js';
import { apiOver, type Api } from './rest/api.js';
import type { Credentials, Registration } from './rest/auth.js';
import { Http } from './rest/http.js';
import type { NewRoom } from './rest/rooms.js';
import type { ProfileChange } from './rest/users.js';
import { exclusively } from './session/exclusively.js';
import { Session } from './session/session.js';
import { memoryTokens } from './session/tokens.js';
import { defaultBackoff } from './socket/backoff.js';
import { Connection } from './socket/connection.js';
import type { SocketConstructor } from './socket/link.js';
import { browserWake } from './socket/wake.js';
import type { Conversation } from './store/conversation.js';
import { Feed } from './store/feed.js';
import { People } from './store/people.js';
import { Receipts, type MarkKind } from './store/receipts.js';
import { RoomConversation, type RoomSurroundings } from './store/room.js';
import { Rooms } from './store/rooms.js';
import type { ConnectionState, PeopleState, RoomsState, SessionState } from './store/state.js';
import type { TingTing } from './tingting.js';
import type { ChatEvent, ChatEventOf } from './wire/events.js';
import type { Ready } from './wire/frames.js';
import type { RoomId, UserId } from './wire/ids.js';
import type { Me, OwnStatus, Room } from './wire/records.js';

export function createTingTing(options: TingTingOptions = {}): TingTing {
  return new Client(options);
}

const receiptsMs = 250;

/** The composition: builds every part, and connects what happens in one with the others. */
class Client implements TingTing {
  readonly session: StoreApi<SessionState>;
  readonly connection: StoreApi<ConnectionState>;
  readonly rooms: StoreApi<RoomsState>;
  readonly people: StoreApi<PeopleState>;
  readonly api: Api;

  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #report: (error: unknown) => void;
  readonly #storageOf: (user: UserId) => OutboxStorage;
  readonly #session: Session;
  readonly #socket: Connection;
  readonly #rooms = new Rooms();
  readonly #people: People;
  readonly #feed: Feed;
  readonly #receipts: Receipts;
  readonly #listeners = new Listeners();
  readonly #conversations = new Map<RoomId, RoomConversation>();
  readonly #around: RoomSurroundings;
  #user: UserId | null = null;
  #outbox: Outbox;
  #storage: OutboxStorage = memoryOutbox();
  #status: OwnStatus | null = null;
  #watchedPeers: () => void = () => undefined;
  /** Counts connections. */
  #link = 0;

  constructor(options: TingTingOptions) {
    const baseUrl = options.baseUrl ?? pageOrigin();
    const clock = options.clock ?? systemClock;
    this.#clock = clock;
    this.#random = options.random ?? Math.random;
    this.#report = options.report ?? report;
    this.#storageOf = options.outbox ?? defaultStorage;

    const http = new Http({ baseUrl, clock, ...(options.fetch && { fetch: options.fetch }) });
    const api = apiOver(http);
    const byCookie = (options.refresh ?? defaultRefresh(baseUrl)) === 'cookie';
    this.api = api;
    this.#session = new Session({
      auth: api.auth,
      tokens: byCookie ? null : (options.tokens ?? memoryTokens()),
      clock,
      exclusively,
    });
    http.authenticateWith(this.#session);

    this.#people = new People({
      clock,
      fetch: (user) => api.users.get(user),
      watch: (users) => void this.#watch(users),
    });
    this.#receipts = new Receipts({
      clock,
      everyMs: receiptsMs,
      send: async (kind, room_id, seq) => {
        await this.#socket.request(kind, { room_id, seq });
      },
    });
    this.#feed = new Feed({
      clock,
      api,
      rooms: this.#rooms,
      me: () => this.#me(),
      resume: (position) => this.#socket.request('resume', position, 30_000),
      applied: (event) => incoming.applied(event),
      fetched: (rooms) => this.#fetched(rooms),
      stale: (room) => this.#conversations.get(room)?.reload() ?? Promise.resolve(),
      gone: (room) => this.#conversations.get(room)?.clear(),
      moved: () => void this.#reloadMe(),
      report: this.#report,
    });
    const incoming = new Incoming({
      session: this.#session,
      feed: this.#feed,
      rooms: this.#rooms,
      people: this.#people,
      receipts: this.#receipts,
      listeners: this.#listeners,
      conversation: (room) => this.#conversations.get(room),
    });
    this.#socket = new Connection(
      {
        url: `${baseUrl.replace(/^http/, 'ws').replace(/\/+$/, '')}/ws`,
        Socket: options.WebSocket ?? defaultSocket(),
        clock,
        random: this.#random,
        backoff: options.backoff ?? defaultBackoff,
        wake: options.wake ?? browserWake,
        tokens: this.#session,
      },
      {
        ready: (ready) => void this.#ready(ready),
        news: (frame) => incoming.news(frame),
        lost: () => this.#lost(),
      },
    );
    this.#outbox = this.#newOutbox();
    this.#around = this.#surroundings();

    this.session = this.#session.store;
    this.connection = this.#socket.store;
    this.rooms = this.#rooms.store;
    this.people = this.#people.store;
    this.session.subscribe((state) => this.#follow(state));
  }

  restore(): Promise<SessionState> {
    return this.#session.restore();
  }

  async register(registration: Registration): Promise<Me> {
    return this.#session.adopt(await this.api.auth.register(registration));
  }

  async login(credentials: Credentials): Promise<Me> {
    return this.#session.adopt(await this.api.auth.login(credentials));
  }

  async logout(): Promise<void> {
    // The server closes the sockets of a session that ends; that is no reason to ask it again.
    this.#socket.stop();
    const storage = this.#storage;
    try {
      await this.api.auth.logout();
    } catch (error) {
      if (!(error instanceof NetworkError || error instanceof ProblemError)) throw error;
    } finally {
      await this.#session.end('left');
      await storage.clear().catch(this.#report);
    }
  }

  async updateMe(change: ProfileChange): Promise<Me> {
    const me = await this.api.users.updateMe(change);
    this.#session.describe(me);
    this.#people.know([me]);
    return me;
  }

  conversation(room: RoomId): Conversation {
    const known = this.#conversations.get(room);
    if (known) return known;
    const made = new RoomConversation(room, this.#around);
    this.#conversations.set(room, made);
    return made;
  }

  async openDirect(user: UserId): Promise<Room> {
    const room = await this.api.rooms.direct(user);
    this.#feed.adopt(room);
    return room;
  }

  async createRoom(room: NewRoom): Promise<Room> {
    const created = await this.api.rooms.create(room);
    this.#feed.adopt(created);
    return created;
  }

  reloadRooms(): Promise<void> {
    return this.#feed.list();
  }

  loadUsers(users: readonly UserId[]): Promise<void> {
    return this.#people.load(users);
  }

  watch(users: readonly UserId[]): () => void {
    return this.#people.watch(users);
  }

  setStatus(status: OwnStatus): void {
    this.#status = status;
    void this.#tellStatus();
  }

  on<Type extends ChatEvent['type']>(
    type: Type,
    listener: (event: ChatEventOf<Type>) => void,
  ): () => void {
    return this.#listeners.add(type, listener);
  }

  reconnect(): void {
    if (this.#user === null) return;
    this.#socket.start();
    this.#socket.now();
  }

  close(): void {
    this.#socket.stop();
  }

  /** Signing in starts everything, signing out ends it; a renewed token changes nothing. */
  #follow(state: SessionState): void {
    const user = state.status === 'signed_in' ? state.me.user_id : null;
    if (user === this.#user) return;
    if (this.#user !== null) this.#end();
    this.#user = user;
    if (state.status === 'signed_in') this.#begin(state.me);
  }

  #begin(me: Me): void {
    this.#people.know([me]);
    this.#storage = this.#storageOf(me.user_id);
    this.#outbox = this.#newOutbox();
    void this.#outbox.restore();
    void this.#feed.list();
    this.#socket.start();
  }

  #end(): void {
    this.#socket.stop();
    this.#outbox.close();
    this.#feed.clear();
    this.#receipts.clear();
    for (const conversation of this.#conversations.values()) conversation.clear();
    this.#conversations.clear();
    this.#rooms.clear();
    this.#watchedPeers();
    this.#people.clear();
    this.#status = null;
  }

  async #ready(ready: Ready): Promise<void> {
    this.#link += 1;
    const link = this.#link;
    this.#people.tell();
    if (this.#status) void this.#tellStatus();
    await this.#feed.ready(ready);
    if (link !== this.#link || !this.#socket.online) return;
    this.#receipts.start();
    this.#outbox.start();
  }

  #lost(): void {
    this.#link += 1;
    this.#outbox.pause();
    this.#receipts.pause();
    this.#feed.disconnected();
    for (const conversation of this.#conversations.values()) conversation.disconnected();
  }

  #fetched(rooms: readonly Room[]): void {
    this.#people.know(rooms.flatMap(({ peer }) => (peer ? [peer] : [])));
    for (const { room_id, unread, last_seq } of rooms) {
      if (unread > 0) this.#receipts.mark('delivered', room_id, last_seq);
    }
    const unwatch = this.#watchedPeers;
    const peers = [...this.rooms.getState().byId.values()].flatMap(({ peer }) =>
      peer ? [peer.user_id] : [],
    );
    this.#watchedPeers = this.#people.watch(peers);
    unwatch();
  }

  async #watch(user_ids: readonly UserId[]): Promise<void> {
    if (!this.#socket.online) return; // the next connection tells them all
    await this.#asking(async () => {
      const watched = await this.#socket.request('watch', { user_ids });
      if (Array.isArray(watched)) this.#people.seen(watched);
      else if ('items' in watched) this.#people.seen(watched.items);
      else if ('presence' in watched) this.#people.seen(watched.presence);
    });
  }

  async #tellStatus(): Promise<void> {
    const status = this.#status;
    if (status === null || !this.#socket.online) return;
    await this.#asking(() => this.#socket.request('presence', { status }));
  }

  async #reloadMe(): Promise<void> {
    await this.#asking(async () => this.#session.describe(await this.api.users.me()));
  }

  /** For what is asked again with the next connection: a lost answer is no failure. */
  async #asking(ask: () => Promise<unknown>): Promise<void> {
    try {
      await ask();
    } catch (error) {
      if (!(error instanceof NetworkError)) this.#report(error);
    }
  }

  #newOutbox(): Outbox {
    return new Outbox({
      clock: this.#clock,
      random: this.#random,
      storage: this.#storage,
      send: ({ roomId, clientMsgId, draft }) =>
        this.#socket.request('send_message', {
          kind: 'text',
          ...draft,
          room_id: roomId,
          client_msg_id: clientMsgId,
        }),
      show: (room, messages) => this.#conversations.get(room)?.showOutgoing(messages),
      report: this.#report,
    });
  }

  #surroundings(): RoomSurroundings {
    return {
      clock: this.#clock,
      api: this.api,
      me: () => this.#me(),
      room: (id) => this.#rooms.get(id),
      know: (users) => this.#people.know(users),
      request: (type, data) => this.#socket.request(type, data),
      notify: (type, data) => this.#socket.notify(type, data),
      mark: (kind, room, seq) => this.#mark(kind, room, seq),
      left: (room) => this.#feed.forget(room),
      outbox: {
        of: (room) => this.#outbox.of(room),
        add: (message) => this.#outbox.add(message),
        retry: (room, message) => this.#outbox.retry(room, message),
        remove: (room, message) => this.#outbox.remove(room, message),
        settle: (room, seq) => this.#outbox.settle(room, seq),
      },
    };
  }

  /** Shown as read at once; the server's own count follows. */
  #mark(kind: MarkKind, room: RoomId, seq: number): void {
    if (!this.#receipts.mark(kind, room, seq) || kind === 'delivered') return;
    this.#rooms.change(room, (one) =>
      seq <= one.read_seq
        ? one
        : {
            ...one,
            read_seq: Math.min(seq, one.last_seq),
            unread: seq >= one.last_seq ? 0 : one.unread,
          },
    );
  }

  #me(): UserId {
    if (this.#user === null) throw new Error('Nobody is signed in');
    return this.#user;
  }
}

function pageOrigin(): string {
  if (typeof location === 'undefined') throw new Error('Outside of a browser, pass a baseUrl');
  return location.origin;
}

/** The cookie is SameSite=Strict and the server's own: only its own pages have it. */
const defaultRefresh = (baseUrl: string) =>
  typeof location !== 'undefined' && new URL(baseUrl).origin === location.origin
    ? 'cookie'
    : 'body';

const defaultStorage = (user: UserId): OutboxStorage =>
  typeof indexedDB === 'undefined' ? memoryOutbox() : indexedDbOutbox(user);

function defaultSocket(): SocketConstructor {
  if (typeof WebSocket === 'undefined') throw new Error("Node 20 has no WebSocket: pass `ws`'s");
  return WebSocket;
}

function report(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}
