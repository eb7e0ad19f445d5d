import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { changed, type MessageChange } from '../../src/store/changes.js';
import { withOwnReaction } from '../../src/store/reactions.js';
import type { RoomEvent, RoomView } from '../../src/wire/events.js';
import { messageId, userId, type MessageId, type RoomId, type UserId } from '../../src/wire/ids.js';
import type {
  Me,
  Message,
  Reaction,
  Room,
  RoomDraft,
  Scheduled,
  SendReceipt,
} from '../../src/wire/records.js';
import { message, room as sampleRoom } from './samples.js';

interface Socket {
  readonly ws: WebSocket;
  user: UserId | null;
}

interface FakeRoom {
  readonly id: RoomId;
  readonly kind: Room['kind'];
  readonly members: UserId[];
  readonly messages: Message[];
  /** Its changes by rev, from 1. */
  readonly events: RoomEvent[];
  readonly read: Map<UserId, number>;
  readonly pins: MessageId[];
  readonly drafts: Map<UserId, RoomDraft>;
  readonly views: Map<UserId, Partial<RoomView>>;
  readonly scheduled: Scheduled[];
  settings: Partial<Room>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

type Frame = Record<string, unknown> & { type: string; data: Record<string, unknown> };

/**
 * A small server that speaks the native contract over real sockets, from memory, and can be told to
 * misbehave the way networks and servers do.
 */
export class FakeServer {
  readonly rooms = new Map<RoomId, FakeRoom>();
  /** Every request, as `GET /rooms`. */
  readonly calls: string[] = [];
  /** Every frame of every client. */
  readonly frames: Frame[] = [];
  epoch = 'epoch-1';
  /** Refresh tokens that are good for one more time. */
  readonly refreshTokens = new Map<string, UserId>();
  readonly accessTokens = new Map<string, UserId>();

  /** Acks leave before the event they belong to, or after it. */
  ackFirst = true;
  /** Takes the next messages, and cuts the connection instead of acknowledging them. */
  loseAcks = 0;
  /** The next events reach nobody. */
  loseEvents = 0;
  /** As a server that does not know `resume` and /changes yet. */
  replays = true;
  /** Rooms further behind than this are reset. */
  replayLimit = 500;
  /** Answers to `send_message`, in turn, before it works. */
  readonly refusals: { code: string; retryable: boolean; retry_after_ms?: number }[] = [];
  /** Holds REST calls back until the promise is resolved. */
  before: (call: string) => Promise<void> = () => Promise.resolve();
  /** Holds the answer to a REST call back, which is made already and grows old meanwhile. */
  after: (call: string) => Promise<void> = () => Promise.resolve();

  readonly #http = createServer((request, response) => {
    void this.#answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  readonly #sockets = new Set<Socket>();

  async start(): Promise<this> {
    const sockets = new WebSocketServer({ server: this.#http, path: '/ws' });
    sockets.on('connection', (ws) => this.#accept(ws));
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    for (const { ws } of this.#sockets) ws.terminate();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  get connections(): number {
    return [...this.#sockets].filter(({ user }) => user !== null).length;
  }

  addRoom(id: RoomId, members: readonly UserId[], kind: Room['kind'] = 'group'): FakeRoom {
    const room: FakeRoom = {
      id,
      kind,
      members: [...members],
      messages: [],
      events: [],
      read: new Map(),
      pins: [],
      drafts: new Map(),
      views: new Map(),
      scheduled: [],
      settings: {},
    };
    this.rooms.set(id, room);
    return room;
  }

  /** Somebody writes, from elsewhere. */
  says(room: RoomId, user: UserId, content: string): Message {
    const found = this.#room(room);
    const { seq } = this.#write(found, user, { content, client_msg_id: randomUUID() });
    const written = found.messages[seq - 1];
    if (!written) throw new Error('Nothing was written');
    return written;
  }

  /** Somebody edits what they wrote. */
  edits(room: RoomId, { message_id, user_id }: Message, content: string): void {
    this.#change(this.#room(room), message_id, user_id, 'message_edited', {
      content,
      mentions: [],
      edited_at,
    });
  }

  /** Somebody reacts, from elsewhere. */
  reacts(room: RoomId, { message_id }: Message, user: UserId, emoji: string): void {
    this.#react(this.#room(room), message_id, user, emoji, false);
  }

  /** Closes every socket with this code; without one as a cut cable does, and then they are gone at once. */
  cut(code?: number): void {
    for (const socket of this.#sockets) {
      if (code === undefined) {
        this.#sockets.delete(socket);
        socket.ws.terminate();
      } else socket.ws.close(code);
    }
  }

  tell(user: UserId, frame: unknown): void {
    for (const socket of this.#sockets) {
      if (socket.user === user) socket.ws.send(JSON.stringify(frame));
    }
  }

  /** Tokens for somebody who is not signed in yet. */
  grant(user: UserId) {
    const [access_token, refresh_token] = [randomUUID(), randomUUID()];
    this.accessTokens.set(access_token, user);
    this.refreshTokens.set(refresh_token, user);
    return { user: profile(user), access_token, refresh_token, expires_in: 900 };
  }

  #accept(ws: WebSocket): void {
    const socket: Socket = { ws, user: null };
    this.#sockets.add(socket);
    ws.on('close', () => this.#sockets.delete(socket));
    ws.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as Frame;
      this.frames.push(frame);
      this.#take(socket, frame);
    });
  }

  #take(socket: Socket, frame: Frame): void {
    const { type, data } = frame;
    const reply = (answer: object) => socket.ws.send(JSON.stringify({ id: frame.id, ...answer }));
    const ack = (answer: unknown) => reply({ type: 'ack', data: answer });
    const refuse = (error: object) => reply({ type: 'error', error: { message: '', ...error } });
    if (type === 'auth') {
      socket.user = this.accessTokens.get(String(data.token)) ?? null;
      if (socket.user === null) socket.ws.close(4401);
      else reply({ type: 'ready', data: this.#ready(socket.user) });
      return;
    }
    const { user } = socket;
    if (user === null) return;
    switch (type) {
      case 'ping':
        reply({ type: 'pong' });
        return;
      case 'resume':
        if (this.replays) this.#resume(socket, data as never);
        else refuse({ code: 'invalid_request', retryable: false });
        return;
      case 'send_message':
        this.#send(socket, user, data, ack, refuse);
        return;
      case 'edit_message':
      case 'recall':
      case 'react':
      case 'pin':
      case 'unpin':
        this.#alter(type, user, data, ack, refuse);
        return;
      case 'draft':
        ack({ updated_at: this.#keepDraft(socket, user, data) });
        return;
      case 'read': {
        const room = this.#room(data.room_id as RoomId);
        room.read.set(user, Number(data.seq));
        this.#signal(room, 'read', { user_id: user, seq: data.seq });
        ack({ unread: this.#unread(room, user) });
        return;
      }
      case 'delivered':
        this.#signal(this.#room(data.room_id as RoomId), type, { user_id: user, seq: data.seq });
        ack({ unread: 0 });
        return;
      case 'typing':
        this.#signal(this.#room(data.room_id as RoomId), type, { ...data, user_id: user });
        return;
      case 'presence':
        ack({});
        return;
      case 'watch':
        ack({
          presence: (data.user_ids as UserId[]).map((user_id) => ({
            user_id,
            status: [...this.#sockets].some((one) => one.user === user_id) ? 'online' : 'offline',
            last_seen: null,
          })),
        });
        return;
      default:
        refuse({ code: 'invalid_request', retryable: false });
    }
  }

  #send(
    { ws }: Socket,
    user: UserId,
    data: Record<string, unknown>,
    ack: (receipt: SendReceipt) => void,
    refuse: (error: object) => void,
  ): void {
    const refusal = this.refusals.shift();
    if (refusal) {
      refuse(refusal);
      return;
    }
    const room = this.#room(data.room_id as RoomId);
    if (this.loseAcks > 0) {
      this.loseAcks -= 1;
      this.#write(room, user, data);
      ws.terminate();
    } else if (this.ackFirst) {
      const cork: string[] = [];
      const receipt = this.#write(room, user, data, (event) => cork.push(event));
      ack(receipt);
      for (const event of cork) this.#broadcast(room, event);
    } else ack(this.#write(room, user, data));
  }

  /** What changes a message that is there. */
  #alter(
    type: string,
    user: UserId,
    data: Record<string, unknown>,
    ack: (revision: { rev: number }) => void,
    refuse: (error: object) => void,
  ): void {
    const refusal = this.refusals.shift();
    const id = data.message_id as MessageId;
    const room = [...this.rooms.values()].find((one) =>
      one.messages.some(({ message_id }) => message_id === id),
    );
    if (refusal || !room?.members.includes(user)) {
      refuse(refusal ?? { code: 'not_found', retryable: false });
      return;
    }
    ack({ rev: this.#altered(room, type, id, user, data) });
  }

  #altered(
    room: FakeRoom,
    type: string,
    id: MessageId,
    user: UserId,
    data: Record<string, unknown>,
  ): number {
    switch (type) {
      case 'edit_message': {
        const { content, mentions = [] } = data;
        return this.#change(room, id, user, 'message_edited', { content, mentions, edited_at });
      }
      case 'recall':
        remove(room.pins, id);
        return this.#change(room, id, user, 'message_recalled', { recalled_at: edited_at });
      case 'react':
        return this.#react(room, id, user, String(data.emoji), data.remove === true);
      case 'pin':
        room.pins.unshift(id);
        return this.#change(room, id, user, 'message_pinned', {});
      default:
        remove(room.pins, id);
        return this.#change(room, id, user, 'message_unpinned', {});
    }
  }

  #react(room: FakeRoom, id: MessageId, user: UserId, emoji: string, removed: boolean): number {
    const [written] = room.messages.filter((one) => one.message_id === id);
    if (!written) throw new Error(`No message ${id}`);
    const mine = { ...written, reactions: written.reactions.map((one) => seenBy(one, user)) };
    const reactions = withOwnReaction(mine, emoji, user, !removed).reactions.map(
      ({ me: _, ...told }) => told,
    );
    return this.#change(room, id, user, 'reaction', { emoji, removed, reactions });
  }

  #change(
    room: FakeRoom,
    message_id: MessageId,
    user_id: UserId,
    type: MessageChange['type'],
    told: Record<string, unknown>,
  ): number {
    const data = { message_id, user_id, ...told };
    const event = { type, data, room_id: room.id, rev: 0 } as unknown as MessageChange;
    const index = room.messages.findIndex((one) => one.message_id === message_id);
    const written = room.messages[index];
    if (written) room.messages[index] = changed(written, event, nobody);
    return this.#publish(room, event);
  }

  /** Tells the other devices of the same user. */
  #keepDraft(from: Socket, user: UserId, data: Record<string, unknown>): string {
    const room = this.#room(data.room_id as RoomId);
    const updated_at = new Date().toISOString();
    const content = data.content === '' ? null : String(data.content);
    const draft = {
      content,
      reply_to: (data.reply_to as MessageId | undefined) ?? null,
      updated_at,
    };
    if (content === null) room.drafts.delete(user);
    else room.drafts.set(user, { ...draft, content });
    for (const socket of this.#sockets) {
      if (socket === from || socket.user !== user) continue;
      socket.ws.send(JSON.stringify({ type: 'draft', data: { room_id: room.id, ...draft } }));
    }
    return updated_at;
  }

  #write(
    room: FakeRoom,
    user: UserId,
    data: Record<string, unknown>,
    send = (event: string) => this.#broadcast(room, event),
  ): SendReceipt {
    const known = room.messages.find(
      (one) => one.user_id === user && one.client_msg_id === data.client_msg_id,
    );
    if (known) return { ...receiptOf(known), rev: known.seq, duplicate: true };
    const seq = room.messages.length + 1;
    const written = message(seq, {
      message_id: messageId(`${room.id}-${seq}`),
      room_id: room.id,
      user_id: user,
      ...this.#copied(data.forward_of as MessageId | undefined, String(data.content)),
      client_msg_id: data.client_msg_id as Message['client_msg_id'],
    });
    room.messages.push(written);
    const rev = this.#publish(room, { type: 'new_message', data: written }, send);
    return { ...receiptOf(written), rev, duplicate: false };
  }

  #copied(of: MessageId | undefined, content: string): Partial<Message> {
    const origin = [...this.rooms.values()]
      .flatMap(({ messages }) => messages)
      .find(({ message_id }) => message_id === of);
    return origin ? { content: origin.content, forwarded_from: origin.user_id } : { content };
  }

  /** Who leaves is told so as the last thing of the room, and on their other devices too. */
  #leave(room: FakeRoom, user: UserId): void {
    this.tell(user, { type: 'room_removed', data: { room_id: room.id } });
    this.#publish(room, { type: 'member_left', data: { user_id: user, by_user_id: user } });
    room.members.splice(room.members.indexOf(user), 1);
  }

  #publish(
    room: FakeRoom,
    { type, data }: Pick<RoomEvent, 'type' | 'data'>,
    send = (text: string) => this.#broadcast(room, text),
  ): number {
    const rev = room.events.length + 1;
    const published = { type, data, room_id: room.id, rev } as RoomEvent;
    room.events.push(published);
    if (this.loseEvents > 0) this.loseEvents -= 1;
    else send(JSON.stringify(published));
    return rev;
  }

  #broadcast(room: FakeRoom, text: string): void {
    for (const { ws, user } of this.#sockets) {
      if (user !== null && room.members.includes(user)) ws.send(text);
    }
  }

  #signal(room: FakeRoom, type: string, data: Record<string, unknown>): void {
    this.#broadcast(
      room,
      JSON.stringify({ type, room_id: room.id, data: { ...data, room_id: room.id } }),
    );
  }

  #ready(user: UserId) {
    return {
      user_id: user,
      session_id: `session-${user}`,
      epoch: this.epoch,
      user_rev: 1,
      heartbeat_seconds: 25,
      server_time: new Date().toISOString(),
      rooms: this.#roomsOf(user).map((room) => ({
        room_id: room.id,
        rev: room.events.length,
        last_seq: room.messages.length,
        read_seq: room.read.get(user) ?? 0,
        unread: this.#unread(room, user),
      })),
    };
  }

  #resume({ ws, user }: Socket, position: { epoch: string; rooms: Record<RoomId, number> }): void {
    let events = 0;
    for (const room of user === null ? [] : this.#roomsOf(user)) {
      const rev = position.rooms[room.id];
      if (rev === undefined) continue;
      const behind = room.events.length - rev;
      if (position.epoch !== this.epoch || behind < 0 || behind > this.replayLimit) {
        const data = { room_id: room.id, rev: room.events.length, last_seq: room.messages.length };
        ws.send(JSON.stringify({ type: 'reset', data }));
      } else {
        for (const event of room.events.slice(rev)) ws.send(JSON.stringify(event));
        events += behind;
      }
    }
    for (const room_id of Object.keys(position.rooms)) {
      const member = user !== null && this.rooms.get(room_id as RoomId)?.members.includes(user);
      if (!member) ws.send(JSON.stringify({ type: 'room_removed', data: { room_id } }));
    }
    ws.send(JSON.stringify({ type: 'resumed', data: { rooms: this.rooms.size, events } }));
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '', this.url);
    const path = url.pathname.replace('/api/v1', '');
    const call = `${request.method ?? ''} ${path}`;
    this.calls.push(call);
    const body = await bodyOf(request);
    await this.before(call);
    const answer = this.#openCall(call, body) ?? this.#closedCall(request, call, url, body);
    await this.after(call);
    return answer;
  }

  #closedCall(
    { headers }: IncomingMessage,
    call: string,
    { searchParams }: URL,
    body: Record<string, unknown>,
  ): Answer {
    const user = this.accessTokens.get((headers.authorization ?? '').slice(7));
    if (!user) return problem(401, 'unauthenticated');
    return this.#call(call, user, searchParams, body) ?? problem(404, 'not_found');
  }

  #openCall(call: string, body: Record<string, unknown>) {
    switch (call) {
      case 'POST /auth/login':
        return { status: 200, body: this.grant(userId(String(body.login))) };
      case 'POST /auth/refresh': {
        const token = String(body.refresh_token);
        const user = this.refreshTokens.get(token);
        this.refreshTokens.delete(token);
        return user ? { status: 200, body: this.grant(user) } : problem(401, 'unauthenticated');
      }
      default:
        return undefined;
    }
  }

  #call(call: string, user: UserId, query: URLSearchParams, body: Record<string, unknown>) {
    if (call === 'GET /rooms')
      return page(this.#roomsOf(user).map((one) => this.#record(one, user)));
    if (call === 'POST /auth/logout') {
      for (const { ws, user: whose } of this.#sockets) if (whose === user) ws.close(4401);
      return { status: 204 };
    }
    const [, left] = /^POST \/rooms\/([^/]+)\/leave$/.exec(call) ?? [];
    if (left !== undefined) {
      this.#leave(this.#room(left as RoomId), user);
      return { status: 204 };
    }
    const [, name, what] = /^GET \/users\/(\w+)$/.exec(call) ?? [];
    if (name !== undefined && what === undefined)
      return { status: 200, body: profile(userId(name)) };
    if (call === 'POST /rooms/direct') {
      const pair = [user, body.user_id as UserId].sort();
      const id = `direct-${pair.join('-')}` as RoomId;
      const room = this.rooms.get(id) ?? this.addRoom(id, pair, 'direct');
      return { status: 200, body: this.#record(room, user) };
    }
    const changed = this.#changeCall(call, user, body);
    if (changed) return changed;
    const [, id, list] = /^GET \/rooms\/([^/]+)(?:\/(\w+))?$/.exec(call) ?? [];
    const room = this.rooms.get(id as RoomId);
    if (!room?.members.includes(user)) return undefined;
    switch (list) {
      case undefined:
        return { status: 200, body: this.#record(room, user) };
      case 'messages':
        return { status: 200, body: history(room.messages, query) };
      case 'changes': {
        if (!this.replays) return undefined;
        const after = Number(query.get('after_rev'));
        return page(room.events.slice(after, after + Number(query.get('limit'))));
      }
      case 'members':
        return page(room.members.map((user_id) => this.#member(room, user_id)));
      case 'pins':
        return page(
          room.pins.map((pin) => room.messages.find(({ message_id }) => message_id === pin)),
        );
      case 'scheduled':
        return page(room.scheduled);
      default:
        return undefined;
    }
  }

  /** PATCH, and POST of what waits. */
  #changeCall(call: string, user: UserId, body: Record<string, unknown>): Answer | undefined {
    const [, verb, id, rest] = /^(\w+) \/rooms\/([^/]+)(?:\/(\w+))?$/.exec(call) ?? [];
    const room = this.rooms.get(id as RoomId);
    const [, waiting] = /^\w+ \/scheduled\/([^/]+)$/.exec(call) ?? [];
    if (waiting !== undefined) return this.#changeScheduled(call, user, waiting, body);
    if (!room?.members.includes(user)) return undefined;
    switch (`${verb} ${rest}`) {
      case 'PATCH undefined':
        room.settings = { ...room.settings, ...body };
        this.#publish(room, { type: 'room_updated', data: { ...body, by_user_id: user } });
        return { status: 200, body: this.#record(room, user) };
      case 'PATCH me':
        room.views.set(user, { ...room.views.get(user), ...body });
        return { status: 200, body: this.#record(room, user) };
      case 'POST scheduled': {
        const problem = null;
        const rest = {
          reply_to: null,
          mentions: [],
          file_url: null,
          created_at: edited_at,
          problem,
        };
        const scheduled_id = `${room.id}-s${room.scheduled.length + 1}`;
        const one = { kind: 'text', ...rest, ...body, scheduled_id, room_id: room.id };
        room.scheduled.push(one as unknown as Scheduled);
        return { status: 201, body: one };
      }
      default:
        return undefined;
    }
  }

  #changeScheduled(
    call: string,
    user: UserId,
    id: string,
    body: Record<string, unknown>,
  ): Answer | undefined {
    const room = [...this.rooms.values()].find((one) =>
      one.scheduled.some(({ scheduled_id }) => scheduled_id === id),
    );
    const index = room?.scheduled.findIndex(({ scheduled_id }) => scheduled_id === id) ?? -1;
    const one = room?.scheduled[index];
    if (!room || !one) return undefined;
    if (call.startsWith('DELETE')) {
      room.scheduled.splice(index, 1);
      return { status: 204 };
    }
    const next = { ...one, ...body };
    room.scheduled[index] = next;
    this.tell(user, {
      type: 'scheduled',
      data: { room_id: room.id, scheduled_id: id, problem: null },
    });
    return { status: 200, body: next };
  }

  #member(room: FakeRoom, user_id: UserId) {
    const read_seq = room.read.get(user_id) ?? 0;
    const joined_at = '2026-01-01T00:00:00.000Z';
    return { user_id, role: 'member', joined_at, read_seq, delivered_seq: read_seq };
  }

  #record(room: FakeRoom, user: UserId): Room {
    const peer = room.kind === 'direct' ? room.members.find((one) => one !== user) : undefined;
    return sampleRoom(room.id, {
      kind: room.kind,
      is_group: room.kind !== 'direct',
      last_seq: room.messages.length,
      rev: room.events.length,
      read_seq: room.read.get(user) ?? 0,
      unread: this.#unread(room, user),
      last_message: room.messages.at(-1) ?? null,
      member_count: room.members.length,
      peer: peer ? profile(peer) : null,
      draft: room.drafts.get(user) ?? null,
      ...room.views.get(user),
      ...room.settings,
    });
  }

  #unread(room: FakeRoom, user: UserId): number {
    const read = room.read.get(user) ?? 0;
    return room.messages.filter((one) => one.seq > read && one.user_id !== user).length;
  }

  #roomsOf(user: UserId): FakeRoom[] {
    return [...this.rooms.values()].filter((room) => room.members.includes(user));
  }

  #room(id: RoomId): FakeRoom {
    const room = this.rooms.get(id);
    if (!room) throw new Error(`No room ${id}`);
    return room;
  }
}

function history(messages: readonly Message[], query: URLSearchParams): readonly Message[] {
  const limit = Number(query.get('limit') ?? 50);
  const [before, after, around] = ['before_seq', 'after_seq', 'around_seq'].map((name) =>
    Number(query.get(name) ?? Number.NaN),
  ) as [number, number, number];
  if (after >= 0) return messages.slice(after, after + limit);
  if (around >= 0) {
    const from = Math.max(0, around - 1 - Math.floor(limit / 2));
    return messages.slice(from, from + limit);
  }
  const end = before >= 0 ? before - 1 : messages.length;
  return messages.slice(Math.max(0, end - limit), end).reverse();
}

const edited_at = '2026-01-02T00:00:00.000Z';
/** Events say of no reaction whose it is. */
const nobody = userId('nobody');

const seenBy = (reaction: Reaction, user: UserId): Reaction => ({
  ...reaction,
  me: reaction.user_ids.includes(user),
});

function remove<Item>(items: Item[], item: Item): void {
  const index = items.indexOf(item);
  if (index >= 0) items.splice(index, 1);
}

const receiptOf = ({ message_id, room_id, seq, created_at }: Message) => ({
  message_id,
  room_id,
  seq,
  created_at,
});

const profile = (user: UserId): Me => ({
  user_id: user,
  username: user,
  display_name: user,
  avatar_url: null,
  email: null,
  email_verified_at: null,
  phone: null,
  has_password: true,
  role: 'user',
  muted_until: null,
  second_factor: false,
  settings: {},
  created_at: '2026-01-01T00:00:00.000Z',
});

const page = (items: readonly unknown[]) => ({ status: 200, body: { items, next_cursor: null } });
const problem = (status: number, code: string) => ({
  status,
  body: { status, code, detail: '', retryable: false },
});

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
