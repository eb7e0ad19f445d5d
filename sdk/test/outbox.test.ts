import { beforeEach, describe, expect, it } from 'vitest';
import { NetworkError, ProblemError } from '../src/errors.js';
import { memoryOutbox } from '../src/outbox/memory.js';
import { Outbox } from '../src/outbox/outbox.js';
import type { OutboxStorage } from '../src/outbox/storage.js';
import type { Outgoing } from '../src/store/state.js';
import type { ErrorCode } from '../src/wire/codes.js';
import { clientMsgId, messageId, roomId, type RoomId } from '../src/wire/ids.js';
import type { SendReceipt } from '../src/wire/records.js';
import { ManualClock, settled } from './support/manualClock.js';
import { an, binh, hall } from './support/samples.js';

const lobby = roomId('lobby');
const outgoing = (name: string, room: RoomId = hall): Outgoing => ({
  clientMsgId: clientMsgId(name),
  roomId: room,
  draft: { content: name },
  createdAt: '2026-01-01T00:00:00.000Z',
  status: 'pending',
});
const receipt = (seq: number): SendReceipt => ({
  message_id: messageId(`m${seq}`),
  room_id: hall,
  seq,
  rev: seq,
  created_at: '2026-01-01T00:00:00.000Z',
  duplicate: false,
});
const problem = (code: ErrorCode, retryable: boolean, retryAfterMs?: number) =>
  new ProblemError({ code, detail: '', retryable, retryAfterMs });

describe('the outbox', () => {
  let clock: ManualClock;
  let storage: OutboxStorage;
  let attempts: string[];
  let answers: { resolve: (receipt: SendReceipt) => void; reject: (error: Error) => void }[];
  let reported: unknown[];
  let outbox: Outbox;

  const open = () =>
    new Outbox({
      clock,
      random: () => 0.5,
      storage: () => storage,
      send: ({ clientMsgId: id }) => {
        attempts.push(id);
        return new Promise((resolve, reject) => answers.push({ resolve, reject }));
      },
      show: () => undefined,
      report: (error) => reported.push(error),
    });

  beforeEach(async () => {
    clock = new ManualClock();
    storage = memoryOutbox();
    attempts = [];
    answers = [];
    reported = [];
    outbox = open();
    await outbox.begin(an);
  });

  const answer = async (act: (answer: (typeof answers)[number]) => void) => {
    const waiting = answers.shift();
    if (!waiting) throw new Error('Nothing was sent');
    act(waiting);
    await settled();
  };
  const shown = (room = hall) => outbox.of(room).map((one) => `${one.clientMsgId} ${one.status}`);
  const kept = async () => (await storage.load()).map((one) => `${one.clientMsgId} ${one.status}`);

  it('holds messages while there is no connection, and sends them in order when there is', async () => {
    for (const name of ['a', 'b', 'c']) outbox.add(outgoing(name));
    expect(attempts).toEqual([]);
    outbox.start();
    expect(attempts).toEqual(['a']);
    await answer(({ resolve }) => resolve(receipt(1)));
    await answer(({ resolve }) => resolve(receipt(2)));
    expect(attempts).toEqual(['a', 'b', 'c']);
    expect(shown()).toEqual(['a sent', 'b sent', 'c pending']);
  });

  it('keeps one under way in a room, and lets rooms go their own way', async () => {
    outbox.start();
    for (const name of ['a', 'b']) outbox.add(outgoing(name));
    outbox.add(outgoing('x', lobby));
    expect(attempts).toEqual(['a', 'x']);
    await settled();
    expect(attempts).toEqual(['a', 'x']);
  });

  it('sends again what a lost connection left open, under the same id and before what follows', async () => {
    outbox.start();
    for (const name of ['a', 'b']) outbox.add(outgoing(name));
    outbox.pause();
    await answer(({ reject }) => reject(new NetworkError('disconnected')));
    await clock.pass(60_000);
    expect(attempts).toEqual(['a']);
    expect(shown()).toEqual(['a pending', 'b pending']);
    outbox.start();
    await answer(({ resolve }) => resolve(receipt(1)));
    expect(attempts).toEqual(['a', 'a', 'b']);
  });

  it('waits as long as it is told when it goes too fast', async () => {
    outbox.start();
    outbox.add(outgoing('a'));
    await answer(({ reject }) => reject(problem('rate_limited', true, 2_000)));
    expect(shown()).toEqual(['a pending']);
    await clock.pass(1_999);
    expect(attempts).toEqual(['a']);
    await clock.pass(501);
    expect(attempts).toEqual(['a', 'a']);
  });

  it('tries a busy server again after growing pauses', async () => {
    outbox.start();
    outbox.add(outgoing('a'));
    for (const [round, ms] of [500, 1_000, 2_000].entries()) {
      await answer(({ reject }) => reject(problem('busy', true)));
      await clock.pass(ms - 1);
      expect(attempts.length).toBe(round + 1);
      await clock.pass(1);
      expect(attempts.length).toBe(round + 2);
    }
  });

  it.each(['forbidden', 'conflict', 'blocked', 'not_found', 'too_large'] as const)(
    'shows what was refused with `%s` as failed, and goes on with the next one',
    async (code) => {
      outbox.start();
      for (const name of ['a', 'b']) outbox.add(outgoing(name));
      await answer(({ reject }) => reject(problem(code, false)));
      expect(shown()).toEqual(['a failed', 'b pending']);
      expect(outbox.of(hall)[0]?.failure).toBe(code);
      expect(attempts).toEqual(['a', 'b']);
      expect(await kept()).toEqual(['a failed', 'b pending']);
    },
  );

  it('retries a failed message when asked, under the same id', async () => {
    outbox.start();
    outbox.add(outgoing('a'));
    await answer(({ reject }) => reject(problem('forbidden', false)));
    outbox.retry(hall, clientMsgId('a'));
    expect(outbox.of(hall)).toEqual([outgoing('a')]);
    expect(attempts).toEqual(['a', 'a']);
  });

  it('forgets a discarded message, here and where it was kept', async () => {
    outbox.start();
    outbox.add(outgoing('a'));
    await answer(({ reject }) => reject(problem('forbidden', false)));
    outbox.remove(hall, clientMsgId('a'));
    await settled();
    expect(shown()).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  it('takes an echo before the ack for the confirmation it is', async () => {
    outbox.start();
    for (const name of ['a', 'b']) outbox.add(outgoing(name));
    outbox.remove(hall, clientMsgId('a'));
    expect(attempts).toEqual(['a', 'b']);
    await answer(({ resolve }) => resolve(receipt(1)));
    expect(shown()).toEqual(['b pending']);
    expect(attempts).toEqual(['a', 'b']);
  });

  it('forgets an acknowledged message when a snapshot holds it', async () => {
    outbox.start();
    for (const name of ['a', 'b']) outbox.add(outgoing(name));
    await answer(({ resolve }) => resolve(receipt(7)));
    await answer(({ resolve }) => resolve(receipt(8)));
    outbox.settle(hall, 7);
    expect(shown()).toEqual(['b sent']);
  });

  it('takes up after a restart what was not acknowledged, in the same order', async () => {
    outbox.start();
    for (const name of ['a', 'b', 'c']) outbox.add(outgoing(name));
    await answer(({ resolve }) => resolve(receipt(1)));
    await answer(({ reject }) => reject(problem('forbidden', false)));
    outbox.end();
    outbox = open();
    await outbox.begin(an);
    outbox.start();
    expect(shown()).toEqual(['b failed', 'c pending']);
    expect(attempts).toEqual(['a', 'b', 'c', 'c']);
  });

  it('sends nothing before it knows what an earlier run left unsent', async () => {
    const left = storage;
    await left.put(outgoing('a'));
    let arrive: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (arrive = resolve));
    storage = { ...left, load: () => waiting.then(() => left.load()) };
    outbox = open();
    const beginning = outbox.begin(an);
    outbox.start();
    outbox.add(outgoing('b'));
    expect(shown()).toEqual(['b pending']);
    expect(attempts).toEqual([]);
    arrive();
    await beginning;
    expect(shown()).toEqual(['a pending', 'b pending']);
    expect(attempts).toEqual(['a']);
  });

  it('sends also where it cannot read what an earlier run left unsent', async () => {
    storage = { ...memoryOutbox(), load: () => Promise.reject(new Error('no storage here')) };
    outbox = open();
    const beginning = outbox.begin(an);
    outbox.start();
    outbox.add(outgoing('a'));
    await beginning;
    expect(attempts).toEqual(['a']);
    expect(reported).toEqual([new Error('no storage here')]);
  });

  it('leaves nothing of one account to the next, and does not lose it either', async () => {
    outbox.add(outgoing('a'));
    outbox.end();
    const kept = storage;
    storage = memoryOutbox();
    await outbox.begin(binh);
    outbox.start();
    expect(shown()).toEqual([]);
    expect(attempts).toEqual([]);
    outbox.end();
    storage = kept;
    await outbox.begin(an);
    expect(shown()).toEqual(['a pending']);
    await outbox.forget();
    expect(await storage.load()).toEqual([]);
  });

  it('does not send for one account what was read for another too late', async () => {
    outbox.end();
    let arrive: (kept: Outgoing[]) => void = () => undefined;
    storage = { ...memoryOutbox(), load: () => new Promise((resolve) => (arrive = resolve)) };
    const beginning = outbox.begin(an);
    outbox.end();
    storage = memoryOutbox();
    await outbox.begin(binh);
    outbox.start();
    arrive([outgoing('a')]);
    await beginning;
    expect(attempts).toEqual([]);
    expect(shown()).toEqual([]);
  });

  it('sends also what it could not keep, and says that it could not', async () => {
    storage = { ...memoryOutbox(), put: () => Promise.reject(new Error('disk full')) };
    outbox = open();
    await outbox.begin(an);
    outbox.start();
    outbox.add(outgoing('a'));
    await settled();
    expect(attempts).toEqual(['a']);
    expect(reported).toEqual([new Error('disk full')]);
  });
});
