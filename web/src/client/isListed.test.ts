import { roomId, userId } from '@tingting/sdk';
import { expect, it } from 'vitest';
import { room } from '@/testing/samples';
import { isListed } from './isListed';

const me = userId('me');
const other = userId('other');
const direct = (told: Parameters<typeof room>[0]) =>
  room({ room_id: roomId('r'), kind: 'direct', last_seq: 0, created_by: other, ...told });

it('an empty direct room is listed for who opened it, not for the other one', () => {
  expect(isListed(direct({ created_by: me }), me)).toBe(true);
  expect(isListed(direct({}), me)).toBe(false);
});

it('the first message, or a draft, brings it into the list', () => {
  expect(isListed(direct({ last_seq: 1 }), me)).toBe(true);
  const draft = { content: 'Chào', reply_to: null, updated_at: '2026-11-21T08:00:00.000Z' };
  expect(isListed(direct({ draft }), me)).toBe(true);
});

it('an empty group is listed: one was added to it', () => {
  expect(isListed(room({ kind: 'group', last_seq: 0, created_by: other }), me)).toBe(true);
});
