import { expect, it } from 'vitest';
import { spanIn } from './spans';

it.each([
  [5, '5 seconds'],
  [60, '1 minute'],
  [90, '90 seconds'],
  [3600, '1 hour'],
  [86_400, '1 day'],
  [604_800, '7 days'],
])('%i seconds are %s', (seconds, words) => {
  expect(spanIn('en', seconds)).toBe(words);
});

it('speaks Vietnamese', () => {
  expect(spanIn('vi', 86_400)).toBe('1 ngày');
});
