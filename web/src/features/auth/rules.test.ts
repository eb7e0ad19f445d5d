import { expect, it } from 'vitest';
import { isEmail, isPasswordLongEnough, isPasswordTooLong, isUsername } from './rules';

it.each(['an.nguyen', 'ada', 'x_1-2', 'A23456789012345678901234567890bc'])(
  '"%s" may be a username',
  (text) => expect(isUsername(text)).toBe(true),
);

it.each(['an', '', '.an', 'an.', 'nguyễn', 'a b c', 'a@b', 'x'.repeat(33)])(
  '"%s" may not be a username',
  (text) => expect(isUsername(text)).toBe(false),
);

it('knows what is certainly no e-mail address', () => {
  expect(['an@example.org', 'a+b@x.co.uk'].every(isEmail)).toBe(true);
  expect(['an', 'an@', 'an@example', 'a n@example.org'].some(isEmail)).toBe(false);
});

it('counts the characters of a password as a person does', () => {
  expect(isPasswordLongEnough('mậtkhẩu8')).toBe(true);
  expect(isPasswordLongEnough('1234567')).toBe(false);
  expect(isPasswordLongEnough('🐉'.repeat(7))).toBe(false);
  expect(isPasswordTooLong('x'.repeat(256))).toBe(false);
  expect(isPasswordTooLong('x'.repeat(257))).toBe(true);
});
