import { expect, it } from 'vitest';
import { barsOf } from './bars';

const at = (minute: number) => `2026-11-21T09:${minute}:00.000Z`;

it('lets the highest bar fill the picture, and the newest stand at its end', () => {
  const { bars, most, from, to } = barsOf(
    [
      { at: at(10), value: 5 },
      { at: at(11), value: 0 },
      { at: at(12), value: 10 },
    ],
    600,
    100,
  );
  expect(most).toBe(10);
  expect(bars).toEqual([
    { at: at(10), x: 571, y: 50, width: 8, height: 50 },
    { at: at(12), x: 591, y: 0, width: 8, height: 100 },
  ]);
  expect(to?.toISOString()).toBe(at(12));
  expect(from?.toISOString()).toBe('2026-11-21T08:13:00.000Z');
});

it('draws nothing for nothing', () => {
  expect(barsOf([{ at: at(10), value: 0 }], 600, 100)).toMatchObject({ bars: [], most: 0 });
});
