import { expect, it } from 'vitest';
import { countLoneEmoji } from './emojiOnly';

it.each([
  ['👍', 1],
  ['❤️', 1],
  ['🇻🇳', 1],
  ['1️⃣', 1],
  ['👩‍👩‍👧‍👦', 1],
  ['👋🏽 🎉', 2],
  [' 😀😀😀\n', 3],
])('%s is %i emoji and nothing else', (text, count) => {
  expect(countLoneEmoji(text)).toBe(count);
});

it.each(['', '   ', 'a', '👍 ok', '123', '©', '😀😀😀😀', '👍'.repeat(200)])(
  '%j is a message like any other',
  (text) => {
    expect(countLoneEmoji(text)).toBe(0);
  },
);
