import { environmentOf, type Environment } from './environment.js';
import { NetworkError, ProblemError } from './errors.js';
import { Incoming } from './incoming.js';
import { Listeners } from './listeners.js';
import type { TingTingOptions } from './options.js';
import { Outbox } from './outbox/outbox.js';
import { apiOver, type Api } from './rest/api.js';
import type { Credentials, Registration } from './rest/auth.js';
import { Http } from './rest/http.js';
import type { Joined } from './rest/invites.js';
import type { NewRoom } from './rest/rooms.js';
import type { ProfileChange } from './rest/users.js';
import { exclusively } from './session/exclusively.js';
import { Session } from './session/session.js';
import { Connection } from './socket/connection.js';
import type { Conversation } from './store/conversation.js';
import { Conversations } from './store/conversations.js';
import { Feed } from './store/feed.js';
import { People } from './store/people.js';
import { Receipts } from './store/receipts.js';
import { Rooms } from './store/rooms.js';
import type { SessionState } from './store/state.js';
import type { TingTing } from './tingting.js';
import type { ChatEvent, ChatEventOf } from './wire/events.js';
import type { Ready } from './wire/frames.js';
import type { RoomId, UserId } from './wire/ids.js';
import type { Draft, Me, OwnStatus, Room } from './wire/records.js';

export function createTingTing(options: TingTingOptions = {}): TingTing {
  return new Client(environmentOf(options));
}

/** The composition: builds every part, and connects what happens in one with the others. */
class Client implements TingTing {
  readonly api: Api;
  readonly #report: (error: unknown) => void;
  readonly #session: Session;
  readonly #socket: Connection;
  readonly #outbox: Outbox;
  readonly #rooms = new Rooms();
  readonly #people: People;
  readonly #receipts: Receipts;
  readonly #conversations: Conversations;
  readonly #feed: Feed;
  readonly #listeners = new Listeners();
  #user: UserId | null = null;
  #status: OwnStatus | null = null;
  /** Counts connections. */
  #link = 0;

  constructor(environment: Environment) {
    const { baseUrl, clock, random, report, hide } = environment;
    const http = new Http(environment);
    const api = apiOver(http);
    this.api = api;
    this.#report = report;

    this.#session = new Session({ auth: api.auth, tokens: environment.tokens, clock, exclusively });
    http.authenticateWith(this.#session);

    this.#outbox = new Outbox({
      clock,
      random,
      storage: environment.outbox,
      send: ({ roomId: room_id, clientMsgId: client_msg_id, draft }) =>
        this.#socket.request('send_message', { ...toSend(draft), room_id, client_msg_id }),
      show: (room, messages) => this.#conversations.showOutgoing(room, messages),
      report,
    });
    this.#people = new People({
      clock,
      fetch: (user) => api.users.get(user),
      watch: async (user_ids) => (await this.#socket.request('watch', { user_ids })).presence,
      report,
    });
    this.#receipts = new Receipts({
      clock,
      hide,
      everyMs: 250,
      send: async (kind, room_id, seq) => {
        await this.#socket.request(kind, { room_id, seq });
      },
    });
    this.#conversations = new Conversations({
      clock,
      api,
      me: () => this.#me(),
      room: (id) => this.#rooms.get(id),
      listed: () => this.#feed.listed(),
      changeRoom: (id, change) => this.#rooms.change(id, change),
      answered: (room, before) => this.#feed.adopt(room, before),
      know: (users) => this.#people.know(users),
      request: (type, data) => this.#socket.request(type, data),
      notify: (type, data) => this.#socket.notify(type, data),
      read: (room, seq) => this.#read(room, seq),
      left: (room) => this.#feed.forget(room),
      outbox: this.#outbox,
      report,
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
      report,
    });
    const incoming = new Incoming({
      session: this.#session,
      feed: this.#feed,
      rooms: this.#rooms,
      people: this.#people,
      receipts: this.#receipts,
      conversations: this.#conversations,
      listeners: this.#listeners,
    });
    this.#socket = new Connection(
      { ...environment, url: `${baseUrl.replace(/^http/, 'ws')}/ws`, tokens: this.#session },
      {
        ready: (ready) => void this.#ready(ready),
        news: (frame) => incoming.news(frame),
        lost: () => this.#lost(),
      },
    );
    this.session.subscribe((state) => this.#follow(state));
  }

  get session() {
    return this.#session.store;
  }

  get connection() {
    return this.#socket.store;
  }

  get rooms() {
    return this.#rooms.store;
  }

  get people() {
    return this.#people.store;
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

  async finishSignIn(otp: string): Promise<Me> {
    return this.#session.adopt(await this.api.oauth.finish(otp));
  }

  async signInWithPasskey(credential: AuthenticationResponseJSON): Promise<Me> {
    return this.#session.adopt(await this.api.passkeys.finishSignIn(credential));
  }

  async logout(): Promise<void> {
    // The server closes the sockets of a session that ends; that is no reason to ask it again.
    this.#socket.stop();
    await this.#outbox.forget();
    try {
      await this.api.auth.logout();
    } catch (error) {
      if (!(error instanceof NetworkError || error instanceof ProblemError)) throw error;
    } finally {
      await this.#session.end('left');
    }
  }

  async updateMe(change: ProfileChange): Promise<Me> {
    return this.#describe(await this.api.users.updateMe(change));
  }

  async confirmEmail(email: string, otp: string): Promise<Me> {
    return this.#describe(await this.api.users.confirmEmail(email, otp));
  }

  #describe(me: Me): Me {
    this.#session.describe(me);
    this.#people.know([me]);
    return me;
  }

  conversation(room: RoomId): Conversation {
    return this.#conversations.open(room);
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

  async join(invite: string): Promise<Joined> {
    const joined = await this.api.invites.join(invite);
    if ('room_id' in joined) this.#feed.adopt(joined);
    return joined;
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
    void this.#outbox.begin(me.user_id);
    void this.#feed.list();
    this.#socket.start();
  }

  #end(): void {
    this.#socket.stop();
    this.#outbox.end();
    this.#feed.clear();
    this.#receipts.clear();
    this.#conversations.clear();
    this.#rooms.clear();
    this.#people.clear();
    this.#status = null;
  }

  /** First what was missed: until that is here, the server holds back what happens. */
  async #ready(ready: Ready): Promise<void> {
    this.#link += 1;
    const link = this.#link;
    await this.#feed.ready(ready);
    if (link !== this.#link) return;
    this.#outbox.start();
    this.#receipts.start();
    void this.#people.tell();
    void this.#tellStatus();
  }

  #lost(): void {
    this.#link += 1;
    this.#outbox.pause();
    this.#receipts.pause();
    this.#feed.disconnected();
    this.#conversations.disconnected();
  }

  #fetched(rooms: readonly Room[]): void {
    this.#people.know(rooms.flatMap(({ peer }) => (peer ? [peer] : [])));
    for (const { room_id, unread, last_seq } of rooms) {
      if (unread > 0) this.#receipts.mark('delivered', room_id, last_seq);
    }
    const listed = [...this.rooms.getState().byId.values()];
    this.#people.watchPeers(listed.flatMap(({ peer }) => (peer ? [peer.user_id] : [])));
  }

  /** Shown as read at once; the server's own count follows. */
  #read(room: RoomId, seq: number): void {
    if (!this.#receipts.mark('read', room, seq)) return;
    this.#rooms.change(room, (one) => {
      if (seq <= one.read_seq) return one;
      const unread = seq >= one.last_seq ? 0 : one.unread;
      const mentioned = one.mentioned && unread > 0;
      return { ...one, read_seq: Math.min(seq, one.last_seq), unread, mentioned };
    });
  }

  async #tellStatus(): Promise<void> {
    const status = this.#status;
    if (status !== null) await this.#asking(() => this.#socket.request('presence', { status }));
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

  #me(): UserId {
    if (this.#user === null) throw new Error('Nobody is signed in');
    return this.#user;
  }
}

/** The server takes the copy of a message from the message itself. */
const toSend = (draft: Draft): Draft =>
  draft.forward_of === undefined ? draft : { forward_of: draft.forward_of };
