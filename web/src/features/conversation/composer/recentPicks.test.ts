import { userId } from '@tingting/sdk';
import { afterEach, expect, it } from 'vitest';
import { recentPicks } from './recentPicks';

const an = userId('an');

afterEach(() => localStorage.clear());

it('keeps the newest first, each once, and not too many', () => {
  const recent = recentPicks('emoji', an, 3);
  for (const one of ['😀', '👍', '😀', '🎉', '🍜']) recent.add(one);
  expect(recent.list()).toEqual(['🍜', '🎉', '😀']);
});

it("knows nothing of another user's", () => {
  recentPicks('emoji', an, 3).add('😀');
  expect(recentPicks('emoji', userId('binh'), 3).list()).toEqual([]);
  expect(recentPicks('stickers', an, 3).list()).toEqual([]);
});

it('begins anew where the storage holds something else', () => {
  localStorage.setItem('tingting.recent-emoji.an', '{"broken');
  expect(recentPicks('emoji', an, 3).list()).toEqual([]);
});
