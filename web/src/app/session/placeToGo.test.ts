import { expect, it } from 'vitest';
import { placeToGo } from './placeToGo';

it.each([
  [null, '/app'],
  ['/app/rooms/1?panel=details', '/app/rooms/1?panel=details'],
  ['/application', '/app'],
  ['//evil.example/app', '/app'],
  ['https://evil.example/app', '/app'],
  ['/\\evil.example/app', '/app'],
  ['javascript:alert(1)', '/app'],
])('after signing in, "%s" leads to %s', (next, place) => {
  expect(placeToGo(next)).toBe(place);
});
