import { beforeEach, describe, expect, it } from 'vitest';
import { NetworkError, ProblemError } from '../src/errors.js';
import { Connection, type Tokens } from '../src/socket/connection.js';
import { roomId } from '../src/wire/ids.js';
import { fakeSockets } from './support/fakeSocket.js';
import { ManualClock, settled } from './support/manualClock.js';

describe('a connection', () => {
  let clock: ManualClock;
  let sockets: ReturnType<typeof fakeSockets>;
  let news: string[];
  let jitter: number;
  let wake: () => void;
  let tokens: Tokens & { renewed: string[]; next: () => Promise<string | null> };
  let connection: Connection;

  beforeEach(async () => {
    clock = new ManualClock();
    sockets = fakeSockets();
    news = [];
    jitter = 0.5;
    wake = () => undefined;
    let token: string | null = 'first';
    tokens = {
      renewed: [],
      next: () => Promise.resolve('second'),
      current: () => Promise.resolve(token),
      async renew(refused) {
        this.renewed.push(refused);
        token = await this.next();
        return token;
      },
    };
    connection = new Connection(
      {
        url: 'ws://chat.test/ws',
        Socket: sockets.Socket,
        clock,
        random: () => jitter,
        backoff: { firstMs: 1_000, maxMs: 8_000 },
        wake: (listener) => {
          wake = listener;
          return () => (wake = () => undefined);
        },
        tokens,
      },
      {
        ready: () => news.push('ready'),
        news: ({ type }) => news.push(type),
        lost: () => news.push('lost'),
      },
    );
    connection.start();
    await settled();
  });

  const state = () => connection.store.getState();
  const watch = (ids: string[] = []) => connection.request('watch', { user_ids: ids as never });

  it('signs in with its first frame and is online with `ready`', () => {
    sockets.last().opens();
    expect(sockets.last().sent).toEqual([{ type: 'auth', data: { token: 'first' } }]);
    expect(state()).toEqual({ status: 'connecting', attempt: 1 });
    sockets.last().welcomes();
    expect(state()).toEqual({ status: 'online', attempt: 0 });
    expect(news).toEqual(['ready']);
  });

  it.each([1005, 1006, 1009, 1011, 1012, 4429, 4503])(
    'comes back after %i, later each time',
    async (code) => {
      sockets.last().welcomes();
      const pauses = [];
      for (let round = 0; round < 5; round++) {
        sockets.last().closes(code);
        await settled();
        const { status, retryAt = 0 } = state();
        expect(status).toBe('offline');
        pauses.push(retryAt - clock.now());
        const before = sockets.made.length;
        await clock.pass(retryAt - clock.now() - 1);
        expect(sockets.made.length).toBe(before);
        await clock.pass(1);
        expect(sockets.made.length).toBe(before + 1);
      }
      expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 4_000]);
    },
  );

  it('spreads its return over the whole pause', async () => {
    jitter = 0;
    sockets.last().closes(1012);
    await settled();
    expect(state().retryAt).toBe(clock.now());
    await clock.pass(0);
    jitter = 0.999;
    sockets.last().closes(1012);
    await settled();
    expect((state().retryAt ?? 0) - clock.now()).toBe(1_998);
  });

  it('starts with short pauses again only after a link that lasted', async () => {
    for (const [lasted, expected] of [
      [1_000, 500],
      [1_000, 1_000],
      [60_000, 500],
    ] as const) {
      sockets.last().welcomes();
      for (let passed = 0; passed < lasted; passed += 1_000) {
        await clock.pass(1_000);
        sockets.last().says({ type: 'presence', data: {} });
      }
      sockets.last().closes(1006);
      await settled();
      expect((state().retryAt ?? 0) - clock.now()).toBe(expected);
      await clock.pass(expected);
    }
  });

  it('refreshes once after 4401 and comes back at once', async () => {
    sockets.last().welcomes();
    sockets.last().closes(4401);
    await settled();
    expect(tokens.renewed).toEqual(['first']);
    sockets.last().opens();
    expect(sockets.last().sent).toEqual([{ type: 'auth', data: { token: 'second' } }]);
  });

  it('ends when the refresh is refused', async () => {
    tokens.next = () => Promise.resolve(null);
    sockets.last().closes(4401);
    await clock.pass(600_000);
    expect(sockets.made.length).toBe(1);
  });

  it('does not take a refresh without an answer for a refusal', async () => {
    tokens.next = () => Promise.reject(new NetworkError('unreachable'));
    sockets.last().closes(4401);
    await settled();
    expect(state().status).toBe('offline');
    tokens.next = () => Promise.resolve('third');
    await clock.pass(500);
    sockets.last().opens();
    sockets.last().closes(4401);
    await settled();
    expect(tokens.renewed).toEqual(['first', 'first']);
    sockets.last().opens();
    expect(sockets.last().sent).toEqual([{ type: 'auth', data: { token: 'third' } }]);
  });

  it('does not run in circles when fresh tokens are refused as well', async () => {
    sockets.last().closes(4401);
    await settled();
    sockets.last().closes(4401);
    await settled();
    expect(tokens.renewed).toEqual(['first']);
    expect(state()).toMatchObject({ status: 'offline', retryAt: clock.now() + 500 });
  });

  it.each([4400, 4403, 4408, 4409])(
    'stops after %i until it is told to try again',
    async (code) => {
      sockets.last().welcomes();
      sockets.last().closes(code);
      wake();
      await clock.pass(600_000);
      expect(sockets.made.length).toBe(1);
      expect(state()).toEqual({ status: 'offline', attempt: 0, stopped: code });
      connection.now();
      await settled();
      expect(sockets.made.length).toBe(2);
    },
  );

  it('leaves a draining server within the grace it was given', async () => {
    sockets.last().welcomes();
    sockets.last().says({ type: 'drain', data: { grace_ms: 10_000 } });
    await clock.pass(4_999);
    expect(sockets.made.length).toBe(1);
    await clock.pass(1);
    expect(sockets.made.length).toBe(2);
    expect(sockets.made[0]?.closedByClient).toBe(true);
  });

  it('tries at once when the network is back or somebody looks', async () => {
    jitter = 0.99;
    sockets.last().closes(1006);
    await settled();
    wake();
    await settled();
    expect(sockets.made.length).toBe(2);
    await clock.pass(990);
    expect(sockets.made.length).toBe(2);
  });

  it('asks for a sign of life after silence, and takes silence for a cut', async () => {
    sockets.last().welcomes();
    await clock.pass(25_000);
    expect(sockets.last().sent.at(-1)).toEqual({ type: 'ping', id: 'alive' });
    sockets.last().says({ type: 'pong', id: 'alive' });
    await clock.pass(10_000);
    expect(state().status).toBe('online');
    await clock.pass(25_000);
    expect(state().status).toBe('offline');
    expect(sockets.made[0]?.closedByClient).toBe(true);
  });

  it('checks at once, after sleep, whether the other side is still there', async () => {
    sockets.last().welcomes();
    wake();
    expect(sockets.last().sent.at(-1)).toEqual({ type: 'ping', id: 'alive' });
    await clock.pass(10_000);
    expect(state().status).toBe('offline');
  });

  it('gives up on a socket that never becomes ready', async () => {
    sockets.last().opens();
    await clock.pass(15_000);
    expect(sockets.made[0]?.closedByClient).toBe(true);
    expect(state().status).toBe('offline');
  });

  it('hears nothing of a socket that is over', async () => {
    const first = sockets.last();
    first.welcomes();
    first.says({ type: 'drain', data: { grace_ms: 0 } });
    await clock.pass(0);
    sockets.last().welcomes();
    news.length = 0;
    first.says({ type: 'presence', data: {} });
    first.says({ type: 'ready', data: { heartbeat_seconds: 1, rooms: [] } });
    first.closes(4403);
    await settled();
    expect(news).toEqual([]);
    expect(state()).toEqual({ status: 'online', attempt: 0 });
  });

  it('tells a request from its neighbours by the id', async () => {
    sockets.last().welcomes();
    const [one, two] = [watch(['a']), watch(['b'])];
    const [first, second] = sockets.last().sent.slice(-2);
    sockets.last().says({ type: 'ack', id: second?.id, data: [2] });
    sockets.last().says({
      type: 'error',
      id: first?.id,
      error: { code: 'rate_limited', message: 'slowly', retryable: true, retry_after_ms: 700 },
    });
    await expect(two).resolves.toEqual([2]);
    await expect(one).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 700 });
    await expect(one).rejects.toBeInstanceOf(ProblemError);
  });

  it('leaves no request without an outcome', async () => {
    const early = watch();
    await expect(early).rejects.toMatchObject({ reason: 'disconnected' });
    sockets.last().welcomes();
    const slow = watch();
    const outcome = expect(slow).rejects.toMatchObject({ reason: 'timeout' });
    await clock.pass(15_000);
    await outcome;
    const cut = watch();
    sockets.last().closes(1006);
    await expect(cut).rejects.toMatchObject({ reason: 'disconnected' });
  });

  it('refuses by itself a frame that would close the socket', async () => {
    sockets.last().welcomes();
    const before = sockets.last().sent.length;
    const long = connection.request('edit_message', {
      message_id: 'm' as never,
      content: 'ô'.repeat(40_000),
    });
    await expect(long).rejects.toMatchObject({ code: 'too_large', retryable: false });
    expect(sockets.last().sent.length).toBe(before);
  });

  it('opens nothing for a token that arrives after it was stopped', async () => {
    sockets.last().closes(4401);
    let arrive: (token: string) => void = () => undefined;
    tokens.next = () => new Promise((resolve) => (arrive = resolve));
    connection.stop();
    connection.start();
    await settled();
    const before = sockets.made.length;
    sockets.last().closes(4401);
    await settled();
    connection.stop();
    arrive('late');
    await clock.pass(600_000);
    expect(sockets.made.length).toBe(before);
    expect(state()).toEqual({ status: 'offline', attempt: 0 });
  });

  it('leaves nothing behind when it is stopped', async () => {
    sockets.last().welcomes();
    connection.stop();
    connection.notify('typing', { room_id: roomId('r'), is_typing: true });
    wake();
    await clock.pass(600_000);
    expect(clock.waiting).toBe(0);
    expect(sockets.made.length).toBe(1);
    expect(news).toEqual(['ready', 'lost']);
    expect(state()).toEqual({ status: 'offline', attempt: 0 });
  });
});
