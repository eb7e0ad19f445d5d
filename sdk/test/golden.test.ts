import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createTingTing, type TingTing } from '../src/index.js';
import { Connection } from '../src/socket/connection.js';
import { messageId, roomId, userId } from '../src/wire/ids.js';
import type { ConversationState } from '../src/store/state.js';
import { complaints } from './support/compiler.js';
import { FakeServer } from './support/fakeServer.js';
import { fakeSockets } from './support/fakeSocket.js';
import { golden, goldenFrame } from './support/golden.js';
import { ManualClock, settled } from './support/manualClock.js';
import { message, messages } from './support/samples.js';

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 10_000, interval: 5 });

/** The server's tests hold it to these files, and these tests hold the client to them. */
describe('a frame of the server', () => {
  it('is what the wire types say, for the compiler', { timeout: 60_000 }, () => {
    expect(golden.size).toBeGreaterThan(30);
    expect(complaints([...golden])).toEqual([]);
  });

  it('would be refused by the compiler otherwise', { timeout: 60_000 }, () => {
    const less = { room_id: 'r', read_seq: 4, unread: 1 };
    const more = { ...less, total_unread: 3, mentioned: false, colour: 'red' };
    const other = { ...less, total_unread: 'three', mentioned: false };
    const bad = Object.entries({ less, more, other }).map(
      ([name, told]) => [name, { type: 'unread', data: told }] as const,
    );
    const refused = complaints(bad).map((complaint) => complaint.split(':')[0]);
    expect([...new Set(refused)]).toEqual(['less', 'more', 'other']);
  });
});

describe('an answer of the server', () => {
  let clock: ManualClock;
  let sockets: ReturnType<typeof fakeSockets>;
  let connection: Connection;

  beforeEach(async () => {
    clock = new ManualClock();
    sockets = fakeSockets();
    connection = new Connection(
      {
        url: 'ws://chat.test/ws',
        Socket: sockets.Socket,
        clock,
        random: () => 0.5,
        backoff: { firstMs: 1_000, maxMs: 8_000 },
        wake: () => () => undefined,
        tokens: { current: () => Promise.resolve('t'), renew: () => Promise.resolve('t') },
      },
      { ready: () => undefined, news: () => undefined, lost: () => undefined },
    );
    connection.start();
    await settled();
    sockets.last().opens();
    sockets.last().says(goldenFrame('ready'));
  });

  /** The frame as the answer to what was asked last. */
  const answers = (name: string) => {
    const id = sockets.last().sent.at(-1)?.id;
    sockets.last().says({ ...goldenFrame(name), id });
  };
  const read = () => connection.request('read', { room_id: roomId('r'), seq: 1 });

  it('greets: the client is online', () => {
    expect(connection.store.getState()).toEqual({ status: 'online', attempt: 0 });
  });

  it('acknowledges', async () => {
    const reading = read();
    answers('ack');
    await expect(reading).resolves.toEqual({ unread: 2 });
  });

  it('refuses', async () => {
    const reading = read();
    answers('error');
    await expect(reading).rejects.toMatchObject({ code: 'invalid_request', retryable: false });
  });

  it('says how long to wait', async () => {
    const reading = read();
    answers('error_with_wait');
    await expect(reading).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 250 });
  });

  it('ends what was missed', async () => {
    const resuming = connection.request('resume', { epoch: 'epoch-1', user_rev: 12, rooms: {} });
    sockets.last().says(goldenFrame('resumed'));
    await expect(resuming).resolves.toEqual({ rooms: 3, events: 20 });
  });

  it('is a sign of life', async () => {
    await clock.pass(25_000);
    answers('pong');
    await clock.pass(10_000);
    expect(connection.store.getState().status).toBe('online');
  });

  it('asks to leave within its grace', async () => {
    sockets.last().says(goldenFrame('drain'));
    await clock.pass(5_000);
    expect(sockets.made.length).toBe(2);
  });
});

describe('news of the server', () => {
  const hall = roomId('01920000-0000-7000-8000-000000000001');
  const an = userId('01920000-0000-7000-8000-00000000000a');
  const binh = userId('01920000-0000-7000-8000-00000000000b');
  const told = messageId('01920000-0000-7000-8000-0000000000c1');
  const answered = ['ready', 'ack', 'error', 'error_with_wait', 'resumed', 'pong', 'drain'];
  const news = [...golden.keys()].filter((name) => !answered.includes(name));
  let server: FakeServer;
  let chat: TingTing;
  let reported: unknown[];

  beforeEach(async () => {
    server = await new FakeServer().start();
    reported = [];
    chat = createTingTing({
      baseUrl: server.url,
      WebSocket,
      report: (error) => reported.push(error),
    });
  });

  afterEach(async () => {
    chat.close();
    await server.stop();
    expect(reported).toEqual([]);
  });

  /** Bình looks into a room at rev 6, in which the message of the frames was written or not yet. */
  const look = async (written: boolean, pinned: boolean) => {
    const room = server.addRoom(hall, [an, binh]);
    room.messages.push(...messages(1, 4));
    if (written) room.messages.push(message(5, { message_id: told, user_id: an, pinned }));
    room.events.length = 6;
    await chat.login({ login: binh, password: 'x' });
    await chat.conversation(hall).open();
    await chat.conversation(hall).loadMembers();
    await until(() => expect(server.frames.map(({ type }) => type)).toContain('watch'));
    server.calls.length = 0;
  };
  const room = () => chat.conversation(hall).store.getState();
  const row = () => chat.rooms.getState().byId.get(hall);
  const last = ({ messages: shown }: ConversationState) => shown.at(-1);

  const effects: Record<string, () => void> = {
    new_message: () => expect(goldenFrame('new_message')).toHaveProperty('data', last(room())),
    message_edited: () => expect(last(room())?.content).toBe('xin chào!'),
    message_recalled: () => expect(last(room())?.content).toBeNull(),
    message_pinned: () => expect(last(room())?.pinned).toBe(true),
    message_unpinned: () => expect(last(room())?.pinned).toBe(false),
    reaction: () => expect(last(room())?.reactions).toMatchObject([{ emoji: '❤️', me: true }]),
    member_joined: () => expect(row()?.member_count).toBe(3),
    member_left: () => expect(room().members?.map(({ user_id }) => user_id)).toEqual([an]),
    member_role: () =>
      expect(room().members?.find(({ user_id }) => user_id === binh)?.role).toBe('admin'),
    room_updated: () => expect(row()?.name).toBe('Nhóm'),
    typing: () => expect(room().typing).toEqual([an]),
    delivered: () => expect(room().reach.delivered).toBe(5),
    read: () => expect(room().reach.read).toBe(5),
    unread: () => {
      expect(row()).toMatchObject({ read_seq: 4, unread: 1 });
      expect(chat.rooms.getState().totalUnread).toBe(3);
    },
    room_view: () => expect(row()).toMatchObject({ pinned: true, marked_unread: false }),
    draft: () => expect(row()?.draft?.content).toBe('mai gặp'),
    presence: () => expect(chat.people.getState().presence.get(binh)?.status).toBe('offline'),
    profile_updated: () =>
      expect(chat.session.getState()).toMatchObject({ me: { status_text: 'đang bận' } }),
    account_changed: () =>
      expect(chat.session.getState()).toMatchObject({ me: { role: 'moderator' } }),
    room_removed: () => expect(row()).toBeUndefined(),
    reset: () => expect(server.calls).toContain(`GET /rooms/${hall}`),
    reset_lists: () => expect(server.calls).toContain('GET /rooms'),
  };

  it.each(news)('reaches the stores and the listeners: %s', async (name) => {
    await look(name !== 'new_message', name === 'message_unpinned');
    const frame = goldenFrame(name);
    const heard: unknown[] = [];
    if (frame.type !== 'reset') chat.on(frame.type as 'notification', (one) => heard.push(one));
    server.tell(binh, frame);
    await until(() => {
      if (frame.type !== 'reset') expect(heard).toEqual([frame]);
      effects[name]?.();
    });
  });
});
