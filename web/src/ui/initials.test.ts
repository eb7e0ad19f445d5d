import { expect, it } from 'vitest';
import { hueOf } from './hueOf';
import { initials } from './initials';

it.each([
  ['Nguyễn Văn An', 'NA'],
  ['ada lovelace', 'AL'],
  ['Đức', 'Đ'],
  ['e\u0302\u0301m', 'Ế'.normalize('NFD')],
  ['👩‍💻 Ops', '👩‍💻O'],
  ['   ', ''],
])('the initials of "%s" are "%s"', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

it('an id keeps its hue, and ids spread over the hues', () => {
  expect(hueOf('a')).toBe(hueOf('a'));
  const hues = new Set(Array.from({ length: 100 }, (_, n) => hueOf(`0199-${n}`)));
  expect(hues.size).toBeGreaterThan(6);
});
