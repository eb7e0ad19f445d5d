import { describe, expect, it } from 'vitest';
import { an, binh, chi } from '../testing/messages';
import { user } from '@/testing/samples';
import { candidateName, candidates } from './candidates';
import { mentionsIn } from './mentionsIn';
import { queryAt } from './query';

const members = [
  user({ user_id: an, username: 'an.nguyen', display_name: 'Nguyễn Văn An' }),
  user({ user_id: binh, username: 'binh', display_name: 'Trần Thị Bình' }),
  user({ user_id: chi, username: 'chi_pham', display_name: 'Phạm Linh Chi' }),
];

describe('a text calls', () => {
  it.each([
    ['nobody without an @', 'binh ơi', []],
    ['a member by username', 'chào @binh nhé', [binh]],
    ['whatever the case', 'chào @BINH', [binh]],
    ['with a dot inside and one after', '@an.nguyen.', [an]],
    ['several, each once', '@binh @chi_pham @binh', [binh, chi]],
    ['from within bold words', '**hỏi @binh**', [binh]],
    ['nobody who is not here', '@dung', []],
    ['nobody from within code', '`@binh`', []],
    ['nobody by a mail address', 'x@binh', []],
  ])('%s', (_, text, mentions) => {
    expect(mentionsIn(text, members, false)).toEqual({ mentions, mention_all: false });
  });

  it('everybody, where one may', () => {
    expect(mentionsIn('@all họp', members, true).mention_all).toBe(true);
    expect(mentionsIn('@all họp', members, false).mention_all).toBe(false);
  });
});

it.each([
  ['@', 1, { from: 0, words: '' }],
  ['chào @bi', 8, { from: 5, words: 'bi' }],
  ['chào @bình ơi', 10, { from: 5, words: 'bình' }],
  ['chào @bình ơi', 13, null],
  ['a@b', 3, null],
  ['(@b', 3, { from: 1, words: 'b' }],
])('in %j with the caret at %i the name being typed is %o', (text, caret, query) => {
  expect(queryAt(text, caret)).toEqual(query);
});

describe('offered are', () => {
  const names = (words: string, all = false) =>
    candidates(words, members, all, 'vi').map(candidateName);

  it.each([
    ['everybody, by name', '', ['an.nguyen', 'chi_pham', 'binh']],
    ['by a name without its marks', 'pham', ['chi_pham']],
    ['by any of their names', 'thi', ['binh']],
    ['by username', 'an.', ['an.nguyen']],
  ])('%s', (_, words, expected) => {
    expect(names(words)).toEqual(expected);
  });

  it('all of them at once, to who may call them', () => {
    expect(names('al', true)).toEqual(['all']);
    expect(names('al', false)).toEqual([]);
  });
});
