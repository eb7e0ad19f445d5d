import { describe, expect, it } from 'vitest';
import { added, appended, positionOf, replaced, type Stretch } from '../src/store/stretches.js';
import { message, messages } from './support/samples.js';

const stretch = (from: number, to: number): Stretch => ({ from, to, messages: messages(from, to) });
const seqs = ({ messages: list }: Stretch) => list.map(({ seq }) => seq);

describe('loaded stretches of a history', () => {
  it('stay apart while there is something between them', () => {
    const both = added([stretch(1, 3)], stretch(7, 9));
    expect(both.map(seqs)).toEqual([
      [1, 2, 3],
      [7, 8, 9],
    ]);
  });

  it('become one where they touch or overlap, with every message once and in order', () => {
    const one = added([stretch(1, 3), stretch(7, 9)], stretch(3, 6));
    expect(one.map(seqs)).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9]]);
  });

  it('know that they cover numbers without a message', () => {
    const part: Stretch = { from: 1, to: 6, messages: [message(2), message(5)] };
    expect(added([stretch(7, 8)], part).map(seqs)).toEqual([[2, 5, 7, 8]]);
  });

  it('take a new message only where it follows without a break', () => {
    const two = [stretch(1, 3), stretch(7, 9)];
    expect(appended(two, message(10)).map(seqs)).toEqual([
      [1, 2, 3],
      [7, 8, 9, 10],
    ]);
    expect(appended(two, message(12))).toBe(two);
    expect(appended(two, message(8))).toBe(two);
  });

  it('start with the first message of an empty room', () => {
    expect(appended([{ from: 1, to: 0, messages: [] }], message(1)).map(seqs)).toEqual([[1]]);
  });

  it('keep every other message the very same when one changes', () => {
    const before = [stretch(1, 3), stretch(7, 9)];
    const after = replaced(before, 8, (one) => ({ ...one, pinned: true }));
    expect(after[0]).toBe(before[0]);
    expect(after[1]?.messages[0]).toBe(before[1]?.messages[0]);
    expect(after[1]?.messages[1]?.pinned).toBe(true);
    expect(replaced(before, 5, (one) => ({ ...one, pinned: true }))).toBe(before);
    expect(replaced(before, 8, (one) => one)).toBe(before);
  });

  it('find a message by its seq, also where numbers are missing', () => {
    const sparse = [1, 2, 5, 9, 40].map((seq) => message(seq));
    expect([1, 2, 5, 9, 40].map((seq) => positionOf(sparse, seq))).toEqual([0, 1, 2, 3, 4]);
    expect([0, 3, 41].map((seq) => positionOf(sparse, seq))).toEqual([-1, -1, -1]);
    expect(positionOf([], 1)).toBe(-1);
  });
});
