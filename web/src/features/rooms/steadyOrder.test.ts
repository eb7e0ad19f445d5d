import { expect, it } from 'vitest';
import { steadyOrder } from './steadyOrder';

it('a row keeps its place under the pointer when its room gets a message', () => {
  expect(steadyOrder(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['a', 'b', 'c']);
});

it('a new room waits at the foot', () => {
  expect(steadyOrder(['a', 'b'], ['new', 'a', 'b'])).toEqual(['a', 'b', 'new']);
});

it('a room that was left goes at once', () => {
  expect(steadyOrder(['a', 'b', 'c'], ['a', 'c'])).toEqual(['a', 'c']);
});

it('an order that stays is the same array, so nothing is drawn anew', () => {
  const shown = ['a', 'b'];
  expect(steadyOrder(shown, ['b', 'a'])).toBe(shown);
});
