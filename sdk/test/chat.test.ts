import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import {
  createTingTing,
  memoryOutbox,
  memoryTokens,
  type TingTing,
  type TingTingOptions,
} from '../src/index.js';
import { messageKey } from '../src/wire/records.js';
import { outgoingKey, type ConversationState } from '../src/store/state.js';
import { roomId, type RoomId } from '../src/wire/ids.js';
import { FakeServer } from './support/fakeServer.js';
import { an, binh, hall } from './support/samples.js';
import { seeded } from './support/seeded.js';

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 10_000, interval: 5 });

describe('the client', () => {
  let server: FakeServer;
  let clients: TingTing[];
  let reported: unknown[];

  beforeEach(async () => {
    server = await new FakeServer().start();
    server.addRoom(hall, [an, binh]);
    clients = [];
    reported = [];
  });

  afterEach(async () => {
    for (const client of clients) client.close();
    await server.stop();
    expect(reported).toEqual([]);
  });

  const open = (options: TingTingOptions = {}): TingTing => {
    const client = createTingTing({
      baseUrl: server.url,
      WebSocket,
      backoff: { firstMs: 20, maxMs: 50 },
      report: (error) => reported.push(error),
      ...options,
    });
    clients.push(client);
    return client;
  };
  const signedIn = async (login: string = an, options: TingTingOptions = {}) => {
    const client = open(options);
    await client.login({ login, password: 'x' });
    await online(client);
    return client;
  };
  /** Online and in step: the outbox is open. */
  const online = async (client: TingTing) => {
    await until(() => {
      expect(client.connection.getState().status).toBe('online');
      expect(client.rooms.getState().status).toBe('ready');
    });
  };
  const texts = ({ messages, outgoing }: ConversationState) => [
    ...messages.map(({ content }) => content ?? ''),
    ...outgoing.map(({ draft, status }) => `${draft.content ?? ''} (${status})`),
  ];
  const look = (client: TingTing, room: RoomId = hall) =>
    client.conversation(room).store.getState();
  const sends = () => server.frames.filter(({ type }) => type === 'send_message');
  /** Everything a room shows, one after the other. */
  const film = (client: TingTing, room: RoomId = hall) => {
    const frames: string[][] = [];
    client.conversation(room).store.subscribe((state, before) => {
      if (state.messages !== before.messages || state.outgoing !== before.outgoing) {
        frames.push(texts(state));
      }
    });
    return frames;
  };

  it('signs in, lists its rooms and is online', async () => {
    server.says(hall, binh, 'Chào An');
    const chat = await signedIn();
    expect(chat.session.getState()).toMatchObject({ status: 'signed_in', me: { user_id: an } });
    expect(chat.rooms.getState()).toMatchObject({ order: [hall], totalUnread: 1 });
    expect(chat.rooms.getState().byId.get(hall)?.last_message?.content).toBe('Chào An');
  });

  it.each([
    ['the ack comes first', true],
    ['the echo comes first', false],
  ])('shows an own message at once, and exactly once, when %s', async (_, ackFirst) => {
    server.ackFirst = ackFirst;
    const chat = await signedIn();
    const conversation = chat.conversation(hall);
    await conversation.open();
    const frames = film(chat);
    const id = conversation.send({ content: 'hi' });
    expect(texts(look(chat))).toEqual(['hi (pending)']);
    const pending = look(chat).outgoing[0];
    await until(() => expect(texts(look(chat))).toEqual(['hi']));
    for (const frame of frames) expect(frame.length, frame.join()).toBe(1);
    const confirmed = look(chat).messages[0];
    expect(confirmed?.client_msg_id).toBe(id);
    expect(pending && outgoingKey(an, pending)).toBe(confirmed && messageKey(confirmed));
  });

  it('tells everybody in the room, in the same order', async () => {
    const [first, second] = [await signedIn(an), await signedIn(binh)];
    await Promise.all([first, second].map((chat) => chat.conversation(hall).open()));
    for (let number = 1; number <= 20; number++) {
      (number % 2 ? first : second).conversation(hall).send({ content: `${number}` });
    }
    await until(() => {
      expect(look(first).messages.length).toBe(20);
      expect(texts(look(second))).toEqual(texts(look(first)));
    });
    const odd = texts(look(first)).filter((text) => Number(text) % 2);
    expect(odd).toEqual(['1', '3', '5', '7', '9', '11', '13', '15', '17', '19']);
  });

  it('sends once what was taken but never acknowledged', async () => {
    const chat = await signedIn();
    await chat.conversation(hall).open();
    server.loseAcks = 1;
    for (const content of ['a', 'b']) chat.conversation(hall).send({ content });
    await until(() => expect(texts(look(chat))).toEqual(['a', 'b']));
    expect(server.rooms.get(hall)?.messages.length).toBe(2);
    await until(() => expect(chat.connection.getState().status).toBe('online'));
    expect(new Set(sends().map(({ data }) => data.client_msg_id)).size).toBe(2);
  });

  it('keeps what is written offline, and sends it in order', async () => {
    const chat = await signedIn();
    await chat.conversation(hall).open();
    chat.close();
    for (const content of ['a', 'b', 'c']) chat.conversation(hall).send({ content });
    expect(texts(look(chat))).toEqual(['a (pending)', 'b (pending)', 'c (pending)']);
    chat.reconnect();
    await until(() => expect(texts(look(chat))).toEqual(['a', 'b', 'c']));
  });

  it('sends by itself after `busy`, and shows a refusal as failed', async () => {
    const chat = await signedIn();
    await chat.conversation(hall).open();
    server.refusals.push(
      { code: 'rate_limited', retryable: true, retry_after_ms: 10 },
      { code: 'blocked', retryable: false },
    );
    const id = chat.conversation(hall).send({ content: 'a' });
    await until(() => expect(texts(look(chat))).toEqual(['a (failed)']));
    expect(look(chat).outgoing[0]?.failure).toBe('blocked');
    chat.conversation(hall).retry(id);
    await until(() => expect(texts(look(chat))).toEqual(['a']));
    expect(sends().map(({ data }) => data.client_msg_id)).toEqual([id, id, id]);
  });

  it('says first how far it is, since any other request ends the hold on what happens', async () => {
    const chat = await signedIn();
    await chat.openDirect(binh);
    chat.setStatus('busy');
    await until(() => expect(server.frames.some(({ type }) => type === 'presence')).toBe(true));
    chat.conversation(hall).send({ content: 'a' });
    server.frames.length = 0;
    server.cut();
    await until(() => expect(server.frames.length).toBeGreaterThanOrEqual(4));
    expect(server.frames.slice(0, 2).map(({ type }) => type)).toEqual(['auth', 'resume']);
    expect(server.frames.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['watch', 'presence']),
    );
  });

  it('resumes where it was, and asks for nothing else', async () => {
    const chat = await signedIn();
    await chat.conversation(hall).open();
    server.says(hall, binh, 'a');
    await until(() => expect(texts(look(chat))).toEqual(['a']));
    server.calls.length = 0;
    server.cut();
    await until(() => expect(server.connections).toBe(0));
    server.says(hall, binh, 'b');
    server.says(hall, binh, 'c');
    await until(() => expect(texts(look(chat))).toEqual(['a', 'b', 'c']));
    expect(server.calls).toEqual([]);
    expect(server.frames.filter(({ type }) => type === 'resume').at(-1)?.data).toMatchObject({
      epoch: 'epoch-1',
      rooms: { [hall]: 1 },
    });
    expect(chat.rooms.getState().byId.get(hall)).toMatchObject({ unread: 3, last_seq: 3 });
  });

  it('fetches anew what the server cannot replay', async () => {
    const chat = await signedIn();
    await chat.conversation(hall).open();
    const first = server.says(hall, binh, 'a');
    await until(() => expect(texts(look(chat))).toEqual(['a']));
    server.replayLimit = 1;
    server.cut();
    await until(() => expect(server.connections).toBe(0));
    server.edits(hall, first, 'A');
    server.says(hall, binh, 'b');
    const frames = film(chat);
    await until(() => expect(texts(look(chat))).toEqual(['A', 'b']));
    expect(frames).toEqual([['A', 'b']]);
    server.says(hall, binh, 'c');
    await until(() => expect(texts(look(chat))).toEqual(['A', 'b', 'c']));
  });

  it('takes nothing of another epoch for what it knew', async () => {
    const chat = await signedIn();
    await chat.conversation(hall).open();
    for (const content of ['a', 'b']) server.says(hall, binh, content);
    await until(() => expect(texts(look(chat))).toEqual(['a', 'b']));
    server.epoch = 'epoch-2';
    server.cut();
    await until(() => expect(server.connections).toBe(0));
    server.addRoom(hall, [an, binh]);
    server.says(hall, binh, 'restored');
    await until(() => expect(texts(look(chat))).toEqual(['restored']));
    server.says(hall, binh, 'and on');
    await until(() => expect(texts(look(chat))).toEqual(['restored', 'and on']));
  });

  it('keeps in step with a server that does not replay yet', async () => {
    server.replays = false;
    const chat = await signedIn();
    await chat.conversation(hall).open();
    server.says(hall, binh, 'a');
    await until(() => expect(texts(look(chat))).toEqual(['a']));
    server.cut();
    await until(() => expect(server.connections).toBe(0));
    server.says(hall, binh, 'b');
    await until(() => expect(texts(look(chat))).toEqual(['a', 'b']));
    server.loseEvents = 1;
    server.says(hall, binh, 'c');
    server.says(hall, binh, 'd');
    await until(() => expect(texts(look(chat))).toEqual(['a', 'b', 'c', 'd']));
  });

  it('asks for what is missing between two events', async () => {
    const chat = await signedIn();
    await chat.conversation(hall).open();
    server.says(hall, binh, 'a');
    await until(() => expect(texts(look(chat))).toEqual(['a']));
    server.loseEvents = 2;
    for (const content of ['b', 'c', 'd']) server.says(hall, binh, content);
    await until(() => expect(texts(look(chat))).toEqual(['a', 'b', 'c', 'd']));
    expect(server.calls.filter((call) => call.endsWith('/changes')).length).toBe(1);
  });

  it('asks for nothing on behalf of a connection that is gone', async () => {
    const chat = await signedIn();
    await chat.conversation(hall).open();
    server.loseEvents = 1;
    for (const content of ['a', 'b']) server.says(hall, binh, content);
    server.tell(an, { type: 'notification', data: {} });
    await new Promise<void>((resolve) => {
      const stop = chat.on('notification', () => {
        stop();
        resolve();
      });
    });
    chat.close();
    server.calls.length = 0;
    const patience = Date.now() + 700;
    await until(() => expect(Date.now()).toBeGreaterThan(patience));
    expect(server.calls).toEqual([]);
    chat.reconnect();
    await until(() => expect(texts(look(chat))).toEqual(['a', 'b']));
    expect(server.calls).toEqual([]);
  });

  it('finds rooms that came while it was away, and loses those that went', async () => {
    const chat = await signedIn();
    chat.close();
    await until(() => expect(server.connections).toBe(0));
    server.rooms.delete(hall);
    const lobby = roomId('lobby');
    server.addRoom(lobby, [an, binh]);
    server.says(lobby, binh, 'welcome');
    chat.reconnect();
    await until(() => expect(chat.rooms.getState().order).toEqual([lobby]));
    server.says(lobby, binh, 'still');
    await until(() => expect(chat.rooms.getState().byId.get(lobby)?.last_seq).toBe(2));
  });

  it('ends with the same room for everybody, whatever gets lost on the way', async () => {
    const chats = [await signedIn(an), await signedIn(binh)];
    await Promise.all(chats.map((chat) => chat.conversation(hall).open()));
    const random = seeded(20260101);
    for (let number = 0; number < 120; number++) {
      chats[number % 2]?.conversation(hall).send({ content: `${number}` });
      const dice = random();
      if (dice < 0.05) server.loseAcks = 1;
      else if (dice < 0.15) server.loseEvents = 1;
      else if (dice < 0.2) server.cut(1012);
      else if (dice < 0.25) server.cut();
      else if (dice < 0.3) server.refusals.push({ code: 'rate_limited', retryable: true });
      server.ackFirst = random() < 0.5;
      await new Promise((resolve) => setTimeout(resolve, random() * 10));
    }
    const [first, second] = chats.map((chat) => () => look(chat));
    await until(() => {
      expect(first?.().messages.map(({ seq }) => seq)).toEqual(range(1, 120));
      expect(first?.().outgoing).toEqual([]);
      expect(second?.()).toMatchObject({ outgoing: [], messages: first?.().messages });
    });
    const numbers = first?.().messages.map(({ content }) => Number(content)) ?? [];
    expect(numbers.filter((number) => number % 2 === 0)).toEqual(range(0, 59).map((it) => it * 2));
    expect(numbers.filter((number) => number % 2)).toEqual(range(0, 59).map((it) => it * 2 + 1));
  });

  it('finds a room that came while nobody looked', async () => {
    const chat = await signedIn();
    const lobby = roomId('lobby');
    server.addRoom(lobby, [an, binh]);
    server.tell(an, { type: 'room_added', data: { room_id: lobby } });
    await until(() => expect(chat.rooms.getState().byId.has(lobby)).toBe(true));
    server.says(lobby, binh, 'welcome');
    await until(() => expect(chat.rooms.getState().order).toEqual([lobby, hall]));
    server.tell(an, { type: 'room_removed', data: { room_id: lobby } });
    await until(() => expect(chat.rooms.getState().order).toEqual([hall]));
  });

  it('finds a hidden room again by its next message', async () => {
    const chat = await signedIn();
    const lobby = roomId('lobby');
    server.addRoom(lobby, [an, binh]);
    server.says(lobby, binh, 'still here?');
    await until(() =>
      expect(chat.rooms.getState().byId.get(lobby)?.last_message?.content).toBe('still here?'),
    );
  });

  it('loads the history in pages, in both directions, and keeps one unbroken stretch', async () => {
    for (let number = 1; number <= 130; number++) server.says(hall, binh, `${number}`);
    server.rooms.get(hall)?.read.set(an, 130);
    const chat = await signedIn();
    const conversation = chat.conversation(hall);
    await Promise.all([conversation.open(), conversation.open()]);
    expect(look(chat)).toMatchObject({ reachesStart: false, reachesEnd: true, status: 'ready' });
    expect(look(chat).messages.map(({ seq }) => seq)).toEqual(range(81, 130));
    const last = look(chat).messages.at(-1);
    await Promise.all([conversation.loadOlder(), conversation.loadOlder()]);
    await conversation.loadOlder();
    expect(look(chat).messages.map(({ seq }) => seq)).toEqual(range(1, 130));
    expect(look(chat).messages.at(-1)).toBe(last);
    expect(look(chat).reachesStart).toBe(true);
    expect(server.calls.filter((call) => call.endsWith('/messages')).length).toBe(3);
  });

  it('opens at the first unread message when it is far up, and leads back to the end', async () => {
    for (let number = 1; number <= 200; number++) server.says(hall, binh, `${number}`);
    server.rooms.get(hall)?.read.set(an, 60);
    const chat = await signedIn();
    const conversation = chat.conversation(hall);
    await conversation.open();
    expect(look(chat).reachesEnd).toBe(false);
    expect(look(chat).messages.some(({ seq }) => seq === 61)).toBe(true);
    server.says(hall, binh, '201');
    await until(() => expect(chat.rooms.getState().byId.get(hall)?.last_seq).toBe(201));
    expect(look(chat).messages.at(-1)?.seq).toBeLessThan(200);
    await conversation.toLatest();
    expect(look(chat).messages.map(({ seq }) => seq)).toEqual(range(152, 201));
    await conversation.loadOlder();
    await conversation.loadOlder();
    const all = look(chat).messages.map(({ seq }) => seq);
    expect(all).toEqual(range(all[0] ?? 0, 201));
    expect(all[0]).toBeLessThan(61);
  });

  it('loses no change that happened while a page was on its way', async () => {
    const first = server.says(hall, binh, 'a');
    const chat = await signedIn();
    let release: () => void = () => undefined;
    const old = server.rooms.get(hall)?.messages.slice() ?? [];
    server.before = async (call) => {
      if (!call.endsWith('/messages')) return;
      await new Promise<void>((resolve) => (release = resolve));
      // The answer was made before what follows, and arrives after it.
      server.rooms.get(hall)?.messages.splice(0, Infinity, ...old);
    };
    const opening = chat.conversation(hall).open();
    await until(() => expect(server.calls.at(-1)).toMatch(/messages|members/));
    server.edits(hall, first, 'A');
    server.says(hall, binh, 'b');
    await until(() => expect(chat.rooms.getState().byId.get(hall)?.last_seq).toBe(2));
    release();
    await opening;
    expect(texts(look(chat))).toEqual(['A', 'b']);
  });

  it('shows how far the others are, and tells how far it is', async () => {
    const [first, second] = [await signedIn(an), await signedIn(binh)];
    await Promise.all([first, second].map((chat) => chat.conversation(hall).open()));
    first.conversation(hall).send({ content: 'a' });
    await until(() => expect(look(first).reach).toEqual({ delivered: 1, read: 0 }));
    expect(second.rooms.getState().totalUnread).toBe(0);
    server.tell(binh, {
      type: 'unread',
      data: { room_id: hall, read_seq: 0, unread: 1, total_unread: 1, mentioned: false },
    });
    await until(() => expect(second.rooms.getState().totalUnread).toBe(1));
    second.conversation(hall).read(1);
    expect(second.rooms.getState()).toMatchObject({ totalUnread: 0 });
    await until(() => expect(look(first).reach).toEqual({ delivered: 1, read: 1 }));
  });

  it('shows who is typing, never oneself', async () => {
    const [first, second] = [await signedIn(an), await signedIn(binh)];
    first.conversation(hall).typing(true);
    second.conversation(hall);
    await until(() => expect(server.frames.some(({ type }) => type === 'typing')).toBe(true));
    first.conversation(hall).typing(false);
    first.conversation(hall).typing(true);
    await until(() => expect(look(second).typing).toEqual([an]));
    expect(look(first).typing).toEqual([]);
    first.conversation(hall).send({ content: 'done' });
    await until(() => expect(look(second).typing).toEqual([]));
  });

  it('watches the people of its direct rooms, and others while they are shown', async () => {
    await signedIn(binh);
    const chat = await signedIn(an);
    await chat.openDirect(binh);
    const status = () => chat.people.getState().presence.get(binh)?.status;
    await until(() => expect(status()).toBe('online'));
    server.tell(an, {
      type: 'presence',
      data: { user_id: binh, status: 'away', last_seen: null },
    });
    await until(() => expect(status()).toBe('away'));
    const watched = () =>
      server.frames.filter(({ type }) => type === 'watch').at(-1)?.data.user_ids;
    const stop = chat.watch(['chi' as never]);
    await until(() => expect(watched()).toEqual([binh, 'chi']));
    stop();
    await until(() => expect(watched()).toEqual([binh]));
  });

  it('fetches a person once, whoever asks', async () => {
    const chat = await signedIn();
    await Promise.all([chat.loadUsers([binh]), chat.loadUsers([binh])]);
    await chat.loadUsers([binh]);
    expect(server.calls.filter((call) => call === 'GET /users/binh').length).toBe(1);
    expect(chat.people.getState().users.get(binh)?.display_name).toBe('binh');
  });

  it('refreshes once when a token is refused everywhere at the same time', async () => {
    const tokens = memoryTokens();
    const chat = await signedIn(an, { tokens });
    server.accessTokens.clear();
    server.cut(4401);
    await Promise.all([chat.api.rooms.list(), chat.api.users.get(binh), chat.api.rooms.get(hall)]);
    await online(chat);
    expect(server.calls.filter((call) => call === 'POST /auth/refresh').length).toBe(1);
  });

  it('is signed out when the session was revoked', async () => {
    const chat = await signedIn();
    server.accessTokens.clear();
    server.refreshTokens.clear();
    server.cut(4401);
    await until(() =>
      expect(chat.session.getState()).toEqual({ status: 'signed_out', reason: 'revoked' }),
    );
    expect(chat.connection.getState().status).toBe('offline');
    expect(chat.rooms.getState()).toMatchObject({ order: [], status: 'idle' });
  });

  it('signs out by its own will as just that, and leaves nothing of the account behind', async () => {
    const chat = await signedIn();
    server.says(hall, binh, 'a');
    await chat.conversation(hall).open();
    await chat.logout();
    expect(chat.session.getState()).toEqual({ status: 'signed_out', reason: 'left' });
    await until(() => expect(server.connections).toBe(0));
    expect(chat.people.getState().users.size).toBe(0);
    await chat.login({ login: binh, password: 'x' });
    await online(chat);
    expect(look(chat).messages).toEqual([]);
    await chat.conversation(hall).open();
    expect(texts(look(chat))).toEqual(['a']);
  });

  it('starts again where an earlier run left, token and unsent messages alike', async () => {
    const tokens = memoryTokens();
    const kept = memoryOutbox();
    const before = await signedIn(an, { tokens, outbox: () => kept });
    before.close();
    before.conversation(hall).send({ content: 'written in the lift' });
    const after = open({ tokens, outbox: () => kept });
    expect(await after.restore()).toMatchObject({ status: 'signed_in' });
    await after.conversation(hall).open();
    await until(() => expect(texts(look(after))).toEqual(['written in the lift']));
    expect(await kept.load()).toEqual([]);
  });

  it('tells listeners after the stores have it', async () => {
    const chat = await signedIn();
    await chat.conversation(hall).open();
    const heard: string[] = [];
    const stop = chat.on('new_message', ({ data }) =>
      heard.push(`${data.content ?? ''} ${look(chat).messages.length}`),
    );
    server.says(hall, binh, 'a');
    await until(() => expect(heard).toEqual(['a 1']));
    stop();
    server.says(hall, binh, 'b');
    await until(() => expect(texts(look(chat))).toEqual(['a', 'b']));
    expect(heard).toEqual(['a 1']);
  });

  it('says that the list of rooms failed, and is in step once it was fetched', async () => {
    let failing = true;
    const chat = open({
      fetch: (input, init) =>
        failing && input === `${server.url}/api/v1/rooms`
          ? Promise.reject(new TypeError('cut'))
          : fetch(input, init),
    });
    await chat.login({ login: an, password: 'x' });
    await until(() => expect(chat.rooms.getState().status).toBe('failed'));
    failing = false;
    await chat.reloadRooms();
    expect(chat.rooms.getState()).toMatchObject({ status: 'ready', order: [hall] });
  });
});

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
