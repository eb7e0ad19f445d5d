import { beforeEach, describe, expect, it } from 'vitest';
import { TypingOthers, TypingOwn } from '../src/store/typing.js';
import { ManualClock } from './support/manualClock.js';
import { an, binh } from './support/samples.js';

describe('typing', () => {
  let clock: ManualClock;
  beforeEach(() => {
    clock = new ManualClock();
  });

  it('of others is shown until they stop, or nothing is heard of them', async () => {
    const shown: string[] = [];
    const others = new TypingOthers(clock, (users) => shown.push(users.join(' ')));
    others.heard(an, true);
    await clock.pass(4_000);
    others.heard(binh, true);
    others.heard(an, true);
    await clock.pass(5_000);
    others.heard(binh, false);
    await clock.pass(1_000);
    expect(shown).toEqual(['an', 'an binh', 'an', '']);
    expect(clock.waiting).toBe(0);
  });

  it('of oneself is told at most every three seconds, and taken back after the last key', async () => {
    const told: [number, boolean][] = [];
    const start = clock.now();
    const own = new TypingOwn(clock, (isTyping) => told.push([clock.now() - start, isTyping]));
    for (let key = 0; key <= 8; key++) {
      own.key();
      await clock.pass(500);
    }
    await clock.pass(60_000);
    expect(told).toEqual([
      [0, true],
      [3_000, true],
      [9_000, false],
    ]);
  });

  it('is not taken back when the message itself says that it is over', async () => {
    const told: boolean[] = [];
    const own = new TypingOwn(clock, (isTyping) => told.push(isTyping));
    own.key();
    own.sent();
    await clock.pass(60_000);
    expect(told).toEqual([true]);
    own.key();
    expect(told).toEqual([true, true]);
  });
});
