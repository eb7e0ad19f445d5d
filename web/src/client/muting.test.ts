import { expect, it } from 'vitest';
import { room } from '@/testing/samples';
import { isMuted, mutedUntil } from './muting';

const now = new Date(2026, 10, 21, 23, 30);

it('ends after the hours that were chosen', () => {
  expect(mutedUntil('hour', now)).toBe(new Date(2026, 10, 22, 0, 30).toISOString());
  expect(mutedUntil('eight_hours', now)).toBe(new Date(2026, 10, 22, 7, 30).toISOString());
});

it('tomorrow begins at eight in the morning', () => {
  expect(mutedUntil('tomorrow', now)).toBe(new Date(2026, 10, 22, 8).toISOString());
});

it('a room is quiet until then and no longer', () => {
  const muted_until = mutedUntil('hour', now);
  expect(isMuted(room({ muted_until }), now)).toBe(true);
  expect(isMuted(room({ muted_until }), new Date(2026, 10, 22, 0, 31))).toBe(false);
  expect(isMuted(room({ muted_until: mutedUntil('for_ever', now) }), new Date(2099, 0))).toBe(true);
});
