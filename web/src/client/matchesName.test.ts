import { expect, it } from 'vitest';
import { room, user } from '@/testing/samples';
import { matchesName } from './matchesName';

const trip = room({ kind: 'group', name: 'Chuyến đi Đà Nẵng' });

it.each(['da nang', 'ĐÀ', 'nẵng chuyến', 'di'])('"%s" finds the room', (words) => {
  expect(matchesName(trip, words)).toBe(true);
});

it('a word that is not there finds nothing', () => {
  expect(matchesName(trip, 'da lat')).toBe(false);
});

it('a direct room is found by the other one’s name and username', () => {
  const direct = room({
    kind: 'direct',
    name: null,
    peer: user({ display_name: 'Bảo', username: 'bao.le' }),
  });
  expect(matchesName(direct, 'bao')).toBe(true);
  expect(matchesName(direct, 'le')).toBe(true);
});
