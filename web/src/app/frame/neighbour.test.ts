import { expect, it } from 'vitest';
import { neighbour } from './neighbour';

it('goes round', () => {
  expect(neighbour(['a', 'b', 'c'], 'b', 1)).toBe('c');
  expect(neighbour(['a', 'b', 'c'], 'c', 1)).toBe('a');
  expect(neighbour(['a', 'b', 'c'], 'a', -1)).toBe('c');
});

it('begins at an end when nothing was chosen', () => {
  expect(neighbour(['a', 'b'], undefined, 1)).toBe('a');
  expect(neighbour(['a', 'b'], undefined, -1)).toBe('b');
});

it('leads nowhere when there is no other', () => {
  expect(neighbour(['a'], 'a', 1)).toBeUndefined();
  expect(neighbour<string>([], undefined, 1)).toBeUndefined();
});
