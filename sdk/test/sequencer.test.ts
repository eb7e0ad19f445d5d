import { beforeEach, describe, expect, it } from 'vitest';
import { Sequencer } from '../src/store/sequencer.js';
import { ManualClock } from './support/manualClock.js';
import { newMessage } from './support/samples.js';

describe('the order of a room', () => {
  let clock: ManualClock;
  let applied: number[];
  let asked: number[];
  let sequencer: Sequencer;

  beforeEach(() => {
    clock = new ManualClock();
    applied = [];
    asked = [];
    sequencer = new Sequencer({
      clock,
      gapMs: 500,
      apply: ({ rev }) => applied.push(rev),
      missing: (after) => asked.push(after),
    });
  });

  const offer = (...revs: number[]) => revs.forEach((rev) => sequencer.offer(newMessage(rev)));

  it('applies the next change and drops what was applied before', () => {
    sequencer.seed(3);
    offer(4, 4, 2, 5, 5, 3);
    expect(applied).toEqual([4, 5]);
  });

  it('holds a later change back until those between are there', () => {
    sequencer.seed(0);
    offer(3, 2);
    expect(applied).toEqual([]);
    offer(1);
    expect(applied).toEqual([1, 2, 3]);
  });

  it('asks for what is missing after 500 ms, and not before', async () => {
    sequencer.seed(0);
    offer(3);
    await clock.pass(499);
    expect(asked).toEqual([]);
    await clock.pass(1);
    expect(asked).toEqual([0]);
  });

  it('asks for nothing when the gap closes by itself', async () => {
    sequencer.seed(0);
    offer(2);
    await clock.pass(400);
    offer(1);
    await clock.pass(10_000);
    expect(asked).toEqual([]);
    expect(clock.waiting).toBe(0);
  });

  it('holds everything back while the room is being fetched, then continues from there', () => {
    offer(5, 6, 7);
    expect(applied).toEqual([]);
    sequencer.seed(6);
    expect(applied).toEqual([7]);
  });

  it('forgets what it held back when the connection is lost, since the next one replays it', async () => {
    sequencer.seed(0);
    offer(3);
    sequencer.disconnected();
    await clock.pass(10_000);
    expect(asked).toEqual([]);
    offer(1, 2);
    expect(applied).toEqual([1, 2]);
  });

  it('asks instead of holding back without bound', async () => {
    offer(...Array.from({ length: 501 }, (_, index) => 10 + index));
    sequencer.seed(9);
    expect(asked).toEqual([9]);
    expect(applied).toEqual([]);
    await clock.pass(10_000);
    expect(clock.waiting).toBe(0);
  });
});
