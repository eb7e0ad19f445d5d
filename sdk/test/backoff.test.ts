import { describe, expect, it } from 'vitest';
import { pause } from '../src/socket/backoff.js';

const backoff = { firstMs: 1_000, maxMs: 30_000 };
const almostOne = 1 - Number.EPSILON;

describe('a pause between tries', () => {
  it('is anywhere between nothing and its ceiling: full jitter', () => {
    expect(pause(3, backoff, () => 0)).toBe(0);
    expect(pause(3, backoff, () => 0.5)).toBe(4_000);
    expect(pause(3, backoff, () => almostOne)).toBe(7_999);
  });

  it('doubles its ceiling with every try, up to the bound', () => {
    const ceilings = [0, 1, 2, 3, 4, 5, 6].map((attempt) =>
      pause(attempt, backoff, () => almostOne),
    );
    expect(ceilings).toEqual([999, 1_999, 3_999, 7_999, 15_999, 29_999, 29_999]);
  });

  it('stays in its bounds after a thousand tries', () => {
    expect(pause(1_000, backoff, () => almostOne)).toBeLessThan(30_000);
  });
});
