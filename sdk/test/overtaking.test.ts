import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createTingTing, roomId, type RoomId, type TingTing } from '../src/index.js';
import { FakeServer } from './support/fakeServer.js';
import { hurriedClock } from './support/hurriedClock.js';
import { an, binh, hall } from './support/samples.js';

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 10_000, interval: 5 });
const lobby = roomId('lobby');

/** REST answers and the socket are two ways from the server: either may be the slower one. */
describe('an answer that was overtaken', () => {
  let server: FakeServer;
  let chat: TingTing;
  let chats: TingTing[];
  let reported: unknown[];
  let unreachable: (call: string) => boolean;

  beforeEach(async () => {
    server = await new FakeServer().start();
    server.addRoom(hall, [an, binh]);
    server.says(hall, binh, 'a');
    reported = [];
    unreachable = () => false;
    chats = [];
    chat = await signedIn();
    await chat.conversation(hall).open();
    await until(() => expect(resumes()).toBe(1));
  });

  afterEach(async () => {
    for (const one of chats) one.close();
    await server.stop();
    expect(reported).toEqual([]);
  });

  const signedIn = async () => {
    const client = createTingTing({
      baseUrl: server.url,
      WebSocket,
      clock: hurriedClock(10),
      backoff: { firstMs: 200, maxMs: 500 },
      report: (error) => reported.push(error),
      fetch: (input, init) =>
        unreachable(input as string) ? Promise.reject(new TypeError('cut')) : fetch(input, init),
    });
    chats.push(client);
    await client.login({ login: an, password: 'x' });
    return client;
  };
  const resumes = () => server.frames.filter(({ type }) => type === 'resume').length;
  const row = (room: RoomId = hall) => chat.rooms.getState().byId.get(room);
  const texts = (room: RoomId = hall) =>
    chat
      .conversation(room)
      .store.getState()
      .messages.map(({ content }) => content);
  const reset = (room: RoomId = hall) => {
    server.tell(an, { type: 'reset', data: { room_id: room } });
  };
  /** Holds the next answer to this call back; resolves when it is made, with how to let it go. */
  const held = (call: string) =>
    new Promise<() => void>((made) => {
      server.after = (one) => {
        if (one !== call) return Promise.resolve();
        server.after = () => Promise.resolve();
        return new Promise<void>((release) => {
          made(release);
        });
      };
    });

  it.each(['GET /rooms/hall', 'GET /rooms/hall/messages'])(
    'by a cut: what happened before the next connection is not missed (%s)',
    async (call) => {
      const answer = held(call);
      reset();
      const release = await answer;
      server.cut();
      server.says(hall, binh, 'b');
      await until(() => expect(resumes()).toBe(2));
      release();
      await until(() => {
        expect(texts()).toEqual(['a', 'b']);
        expect(row()).toMatchObject({ last_seq: 2, rev: 2 });
      });
      server.says(hall, binh, 'c');
      await until(() => expect(texts()).toEqual(['a', 'b', 'c']));
    },
  );

  it('by starting anew: a room that is just being opened misses nothing', async () => {
    server.addRoom(lobby, [an, binh]);
    server.says(lobby, binh, 'x');
    await until(() => expect(row(lobby)?.last_seq).toBe(1));
    const answer = held('GET /rooms/lobby/messages');
    const opening = chat.conversation(lobby).open();
    const release = await answer;
    server.loseEvents = 1;
    server.says(lobby, binh, 'y');
    reset(lobby);
    await until(() => expect(row(lobby)?.last_seq).toBe(2));
    release();
    await opening;
    expect(texts(lobby)).toEqual(['x', 'y']);
    server.says(lobby, binh, 'z');
    await until(() => expect(texts(lobby)).toEqual(['x', 'y', 'z']));
  });

  it('by the list: a room that is opened before it is listed misses nothing', async () => {
    let release: () => void = () => undefined;
    server.before = (call) =>
      call === 'GET /rooms' ? new Promise((resolve) => (release = resolve)) : Promise.resolve();
    server.calls.length = 0;
    chat.close();
    chat = await signedIn();
    const opening = chat.conversation(hall).open();
    await until(() => expect(server.calls).toContain('GET /rooms'));
    await Promise.race([opening, until(() => expect(server.connections).toBe(1))]);
    server.says(hall, binh, 'b');
    release();
    await opening;
    expect(texts()).toEqual(['a', 'b']);
  });

  it('by joining a room: it stays in the list', async () => {
    const answer = held('GET /rooms');
    const listed = chat.reloadRooms();
    const release = await answer;
    server.addRoom(lobby, [an, binh]);
    server.tell(an, { type: 'room_added', data: { room_id: lobby } });
    await until(() => expect(row(lobby)).toBeDefined());
    release();
    await listed;
    expect(chat.rooms.getState().order.toSorted()).toEqual([hall, lobby]);
    server.says(lobby, binh, 'welcome');
    await until(() => expect(row(lobby)?.last_seq).toBe(1));
  });

  it('by leaving a room: it does not come back', async () => {
    const answer = held('GET /rooms');
    const listed = chat.reloadRooms();
    const release = await answer;
    await chat.conversation(hall).leave();
    release();
    await listed;
    expect(chat.rooms.getState().order).toEqual([]);
  });

  it.each([
    ['the list', 'GET /rooms', () => void chat.reloadRooms()],
    ['the room', 'GET /rooms/hall', () => reset()],
  ])('by a mark: %s does not take it back', async (_, call, ask) => {
    expect(row()).toMatchObject({ unread: 1, read_seq: 0 });
    const answer = held(call);
    ask();
    const release = await answer;
    server.tell(an, {
      type: 'unread',
      data: { room_id: hall, read_seq: 1, unread: 0, total_unread: 0, mentioned: false },
    });
    await until(() => expect(row()?.unread).toBe(0));
    server.calls.length = 0;
    release();
    if (call === 'GET /rooms') await chat.reloadRooms();
    else await until(() => expect(server.calls).toContain('GET /rooms/hall/messages'));
    expect(row()).toMatchObject({ unread: 0, read_seq: 1 });
  });

  it('is asked for again when it gets lost, and what is on screen stays until then', async () => {
    let lost = 0;
    unreachable = (call) => call.includes('/hall/messages') && (lost += 1) <= 2;
    reset();
    await until(() => expect(lost).toBe(2));
    expect(texts()).toEqual(['a']);
    server.says(hall, binh, 'b');
    await until(() => expect(texts()).toEqual(['a', 'b']));
    server.says(hall, binh, 'c');
    await until(() => expect(texts()).toEqual(['a', 'b', 'c']));
  });

  it('by the room itself: nothing is asked about a room that one has left', async () => {
    const answer = held('POST /rooms/hall/leave');
    const leaving = chat.conversation(hall).leave();
    const release = await answer;
    await until(() => expect(row()).toBeUndefined());
    server.tell(an, {
      type: 'new_message',
      room_id: hall,
      rev: 2,
      data: server.rooms.get(hall)?.messages[0],
    });
    release();
    await leaving;
    server.tell(an, { type: 'notification', data: {} });
    await new Promise<void>((told) => chat.on('notification', () => told()));
    expect(server.calls.at(-1)).toBe('POST /rooms/hall/leave');
    expect(chat.rooms.getState().order).toEqual([]);
  });
});
