import { expect, it } from 'vitest';
import { titleOf } from './useTitle';

it('the title says what is unread, where one is, and the name of the app', () => {
  expect(titleOf('', 0)).toBe('Ting Ting');
  expect(titleOf('Ada', 0)).toBe('Ada · Ting Ting');
  expect(titleOf('Ada', 3)).toBe('(3) Ada · Ting Ting');
  expect(titleOf('', 128)).toBe('(99+) Ting Ting');
});
