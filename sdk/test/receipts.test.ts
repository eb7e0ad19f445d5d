import { beforeEach, describe, expect, it } from 'vitest';
import { NetworkError, ProblemError } from '../src/errors.js';
import { Receipts } from '../src/store/receipts.js';
import { roomId } from '../src/wire/ids.js';
import { ManualClock } from './support/manualClock.js';
import { hall } from './support/samples.js';

describe('marks on their way', () => {
  let clock: ManualClock;
  let sent: string[];
  let hide: () => void;
  let outcome: () => Promise<void>;
  let receipts: Receipts;

  beforeEach(() => {
    clock = new ManualClock();
    sent = [];
    hide = () => undefined;
    outcome = () => Promise.resolve();
    receipts = new Receipts({
      clock,
      hide: (listener) => {
        hide = listener;
        return () => (hide = () => undefined);
      },
      everyMs: 250,
      send: (kind, room, seq) => {
        sent.push(`${kind} ${room} ${seq}`);
        return outcome();
      },
    });
    receipts.start();
  });

  it('gather, and only the furthest of each room goes', async () => {
    for (const seq of [3, 5, 4]) receipts.mark('read', hall, seq);
    receipts.mark('delivered', roomId('lobby'), 9);
    await clock.pass(250);
    expect(sent).toEqual(['read hall 5', 'delivered lobby 9']);
  });

  it('are not sent twice, and read says delivered too', async () => {
    expect(receipts.mark('delivered', hall, 5)).toBe(true);
    expect(receipts.mark('read', hall, 5)).toBe(true);
    expect(receipts.mark('read', hall, 5)).toBe(false);
    expect(receipts.mark('delivered', hall, 4)).toBe(false);
    await clock.pass(1_000);
    expect(sent).toEqual(['read hall 5']);
  });

  it('go at once, and once, when the page is hidden', async () => {
    receipts.mark('read', hall, 5);
    hide();
    expect(sent).toEqual(['read hall 5']);
    await clock.pass(1_000);
    expect(sent).toEqual(['read hall 5']);
    expect(clock.waiting).toBe(0);
  });

  it('stay when the page is hidden while there is no connection', async () => {
    receipts.mark('read', hall, 5);
    receipts.pause();
    hide();
    expect(sent).toEqual([]);
    receipts.start();
    await clock.pass(250);
    expect(sent).toEqual(['read hall 5']);
  });

  it('wait for a connection', async () => {
    receipts.pause();
    receipts.mark('read', hall, 5);
    await clock.pass(1_000);
    expect(sent).toEqual([]);
    receipts.start();
    await clock.pass(250);
    expect(sent).toEqual(['read hall 5']);
  });

  it('go again when no answer came, and not when the room is gone', async () => {
    outcome = () => Promise.reject(new NetworkError('disconnected'));
    receipts.mark('read', hall, 5);
    await clock.pass(250);
    outcome = () =>
      Promise.reject(new ProblemError({ code: 'not_found', detail: '', retryable: false }));
    await clock.pass(250);
    await clock.pass(1_000);
    expect(sent).toEqual(['read hall 5', 'read hall 5']);
  });
});
