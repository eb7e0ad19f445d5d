import { roomId, userId } from '@tingting/sdk';
import { expect, it } from 'vitest';
import { searchOf } from './wish';

it('the last day counts to its end', () => {
  const wish = { words: ' vé tàu ', room: roomId('r'), from: userId('u'), until: '2026-12-31' };
  expect(searchOf(wish)).toEqual({
    q: 'vé tàu',
    room_id: 'r',
    from: 'u',
    before: new Date(2027, 0, 1).toISOString(),
  });
});

it('what was not asked for is not sent, nor what is no day', () => {
  const wish = { words: 'vé', room: null, from: null, until: 'soon' };
  expect(searchOf(wish)).toEqual({ q: 'vé' });
});
