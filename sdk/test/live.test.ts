import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import {
  clientMsgId,
  createTingTing,
  memoryOutbox,
  memoryTokens,
  type RoomId,
  type TingTing,
} from '../src/index.js';

/**
 * The story against a real server. `TINGTING_TEST_URL=http://127.0.0.1:8080 npm run test -w sdk`
 */
const url = process.env.TINGTING_TEST_URL;
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000, interval: 20 });
const unique = Date.now().toString(36);

describe.skipIf(url === undefined)('two people on a real server', { timeout: 30_000 }, () => {
  const sockets: WebSocket[] = [];
  const tokens = memoryTokens();
  const reported: unknown[] = [];
  let an: TingTing;
  let binh: TingTing;
  let room: RoomId;

  /** Remembers its sockets, so that the story can cut them. */
  class CutSocket extends WebSocket {
    constructor(address: string) {
      super(address);
      sockets.push(this);
    }
  }
  const open = (kept = memoryTokens(), unsent = memoryOutbox()) =>
    createTingTing({
      baseUrl: url ?? '',
      WebSocket: CutSocket,
      tokens: kept,
      outbox: () => unsent,
      backoff: { firstMs: 50, maxMs: 500 },
      report: (error) => reported.push(error),
    });
  const texts = (chat: TingTing) =>
    chat
      .conversation(room)
      .store.getState()
      .messages.map(({ content }) => content);
  const idOf = (chat: TingTing) => {
    const state = chat.session.getState();
    if (state.status !== 'signed_in') throw new Error('Not signed in');
    return state.me.user_id;
  };

  beforeAll(() => {
    an = open(tokens);
    binh = open();
  });
  afterAll(() => {
    an.close();
    binh.close();
    expect(reported).toEqual([]);
  });

  it('register, and are online', async () => {
    await an.register({ username: `an-${unique}`, password: `mật khẩu ${unique}` });
    await binh.register({ username: `binh-${unique}`, password: `mật khẩu ${unique}` });
    await until(() => {
      expect(an.connection.getState().status).toBe('online');
      expect(binh.connection.getState().status).toBe('online');
    });
  });

  it('find each other, and share one direct room', async () => {
    const found = await an.api.users.search({ query: `binh-${unique}` });
    expect(found.items.map(({ user_id }) => user_id)).toEqual([idOf(binh)]);
    room = (await an.openDirect(idOf(binh))).room_id;
    expect((await binh.openDirect(idOf(an))).room_id).toBe(room);
    await Promise.all([an.conversation(room).open(), binh.conversation(room).open()]);
    await until(() => {
      expect(an.rooms.getState().order).toContain(room);
      expect(an.people.getState().presence.get(idOf(binh))?.status).toBe('online');
    });
  });

  it('write both ways, and see the same', async () => {
    an.conversation(room).send({ content: 'Chào Bình' });
    await until(() => expect(texts(binh)).toEqual(['Chào Bình']));
    binh.conversation(room).send({ content: 'Chào An' });
    await until(() => {
      expect(texts(an)).toEqual(['Chào Bình', 'Chào An']);
      expect(texts(binh)).toEqual(['Chào Bình', 'Chào An']);
      expect(an.conversation(room).store.getState().outgoing).toEqual([]);
    });
  });

  it('see each other type', async () => {
    const typing = () => binh.conversation(room).store.getState().typing;
    an.conversation(room).typing(true);
    await until(() => expect(typing()).toEqual([idOf(an)]));
    an.conversation(room).typing(false);
    await until(() => expect(typing()).toEqual([]));
  });

  it('know what is unread, and that it was read', async () => {
    const unread = () => an.rooms.getState().byId.get(room)?.unread;
    await until(() => expect(unread()).toBe(1));
    an.conversation(room).read(2);
    expect(unread()).toBe(0);
    await until(() => expect(binh.conversation(room).store.getState().reach.read).toBe(2));
  });

  it('miss nothing while a connection is cut, and write meanwhile', async () => {
    // Told, not polled: the client may be back between two looks.
    const gone = new Promise<void>((resolve) => {
      an.connection.subscribe(({ status }) => {
        if (status !== 'online') resolve();
      });
    });
    sockets[0]?.terminate();
    await gone;
    binh.conversation(room).send({ content: 'Bạn còn đó không?' });
    an.conversation(room).send({ content: 'Vừa qua hầm' });
    await until(() => {
      expect(texts(an).slice(2).sort()).toEqual(['Bạn còn đó không?', 'Vừa qua hầm']);
      expect(texts(binh)).toEqual(texts(an));
    });
  });

  it('lose nothing and repeat nothing, however often they are cut while they write', async () => {
    const before = texts(an).length;
    const each = 40;
    for (let number = 0; number < each; number++) {
      an.conversation(room).send({ content: `An ${number}` });
      binh.conversation(room).send({ content: `Bình ${number}` });
    }
    const opened = sockets.length;
    const cuts = setInterval(() => {
      const living = sockets.filter(({ readyState }) => readyState === WebSocket.OPEN);
      living[sockets.length % living.length]?.terminate();
    }, 150);
    await until(() => expect(sockets.length).toBeGreaterThan(opened + 8));
    clearInterval(cuts);
    await until(() => {
      expect(texts(an).length).toBe(before + 2 * each);
      expect(texts(binh)).toEqual(texts(an));
    });
    const written = texts(an).slice(before);
    for (const who of ['An', 'Bình']) {
      expect(written.filter((text) => text?.startsWith(`${who} `))).toEqual(
        Array.from({ length: each }, (_, number) => `${who} ${number}`),
      );
    }
  });

  it('are refused in the contract’s words', async () => {
    await expect(an.api.rooms.get(idOf(binh) as never)).rejects.toMatchObject({
      code: 'not_found',
      status: 404,
    });
    const wrong = open().login({ login: `an-${unique}`, password: 'wrong password' });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_credentials', status: 401 });
    const taken = open().register({ username: `an-${unique}`, password: `mật khẩu ${unique}` });
    await expect(taken).rejects.toMatchObject({ code: 'conflict', status: 409 });
  });

  it('come back after a restart with everything there', async () => {
    an.close();
    an = open(tokens);
    expect(await an.restore()).toMatchObject({ status: 'signed_in' });
    await an.conversation(room).open();
    expect(texts(an)).toEqual(texts(binh).slice(-50));
  });

  it('see what the server refuses to take, and that the next message goes on', async () => {
    const id = clientMsgId(crypto.randomUUID());
    await an.api.messages.send(room, { client_msg_id: id, kind: 'text', content: 'Một' });
    an.close();
    const unsent = memoryOutbox();
    await unsent.put({
      clientMsgId: id,
      roomId: room,
      draft: { content: 'Một khác' },
      createdAt: new Date().toISOString(),
      status: 'pending',
    });
    an = open(tokens, unsent);
    await an.restore();
    const conversation = an.conversation(room);
    conversation.send({ content: 'Hai' });
    await until(() => {
      expect(texts(binh).slice(-2)).toEqual(['Một', 'Hai']);
      expect(conversation.store.getState().outgoing).toMatchObject([
        { clientMsgId: id, status: 'failed', failure: 'conflict' },
      ]);
    });
    expect(await unsent.load()).toMatchObject([{ status: 'failed', failure: 'conflict' }]);
  });

  it('are signed out everywhere when the session ends', async () => {
    await an.logout();
    expect(await open(tokens).restore()).toEqual({ status: 'signed_out', reason: 'fresh' });
  });
});
