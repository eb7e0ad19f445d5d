import { expect, it } from 'vitest';
import {
  isEmail,
  isPasswordLongEnough,
  isPasswordTooLong,
  isPhone,
  isUsername,
} from './accountRules';

it.each(['an.nguyen', 'ada', 'x_1-2', 'nguyễn.văn.an', '田中さん', 'x'.repeat(32)])(
  '"%s" may be a username',
  (text) => expect(isUsername(text)).toBe(true),
);

it.each(['an', '', '.an', 'a b c', 'a@b', '0912345678', 'x'.repeat(33)])(
  '"%s" may not be a username',
  (text) => expect(isUsername(text)).toBe(false),
);

it('knows what is certainly no e-mail address', () => {
  expect(['an@example.org', 'a+b@x.co.uk', 'an@intranet'].every(isEmail)).toBe(true);
  expect(['an', 'an@', '@example.org', 'an@example.', 'a n@x.org'].some(isEmail)).toBe(false);
});

it('knows a phone number with its separators', () => {
  expect(['0912 345 678', '+84 (24) 3826-1234'].every(isPhone)).toBe(true);
  expect(['12345', 'call me', '+'].some(isPhone)).toBe(false);
});

it('counts the characters of a password as a person does', () => {
  expect(isPasswordLongEnough('mậtkhẩu8')).toBe(true);
  expect(isPasswordLongEnough('1234567')).toBe(false);
  expect(isPasswordLongEnough('🐉'.repeat(7))).toBe(false);
  expect(isPasswordTooLong('x'.repeat(256))).toBe(false);
  expect(isPasswordTooLong('x'.repeat(257))).toBe(true);
});
