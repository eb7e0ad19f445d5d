import type { MemberRole, Message } from '@tingting/sdk';
import { expect, it } from 'vitest';
import { an, binh, message } from '../testing/messages';
import { actionsFor, type MessageAction, type Onlooker } from './actionsFor';

const group = (role: MemberRole = 'member'): Onlooker => ({
  me: an,
  room: { kind: 'group', role },
});
const direct: Onlooker = { me: an, room: { kind: 'direct' } };
const theirs = (told: Partial<Message> = {}) => message({ seq: 1, user_id: binh, ...told });
const own = (told: Partial<Message> = {}) => message({ seq: 1, user_id: an, ...told });

it.each<[string, Message, Onlooker, readonly MessageAction[], readonly MessageAction[]]>([
  [
    'somebody’s message',
    theirs(),
    group(),
    ['reply', 'react', 'forward'],
    ['edit', 'recall', 'pin'],
  ],
  ['an own message', own(), group(), ['edit', 'recall'], ['pin', 'history']],
  [
    'an own picture',
    own({ kind: 'image', content: null }),
    group(),
    ['recall'],
    ['edit', 'copy_text'],
  ],
  ['an own copy of another', own({ forwarded_from: binh }), group(), ['recall'], ['edit']],
  ['an edited one', own({ edited_at: 'now' }), group(), ['history'], []],
  ['somebody’s edited one', theirs({ edited_at: 'now' }), group(), [], ['history']],
  ['a message, for an admin', theirs(), group('admin'), ['pin', 'recall'], ['unpin', 'edit']],
  ['a pinned one, for an admin', theirs({ pinned: true }), group('admin'), ['unpin'], ['pin']],
  [
    'an owner’s, for an admin',
    theirs(),
    { ...group('admin'), senderRole: 'owner' },
    ['pin'],
    ['recall'],
  ],
  [
    'an admin’s, for the owner',
    theirs(),
    { ...group('owner'), senderRole: 'admin' },
    ['recall'],
    [],
  ],
  ['a message between two', theirs(), direct, ['pin', 'reply'], ['recall']],
  [
    'a channel’s, for its readers',
    theirs(),
    { me: an, room: { kind: 'channel', role: 'member' } },
    ['react'],
    ['reply'],
  ],
])('%s', (_, one, onlooker, offered, withheld) => {
  const actions = actionsFor(one, onlooker);
  expect(actions).toEqual(expect.arrayContaining([...offered]));
  for (const action of withheld) expect(actions).not.toContain(action);
});

it('with what is gone, or was said by the room itself, nothing can be done', () => {
  expect(actionsFor(own({ recalled_at: 'now', content: null }), group('owner'))).toEqual([]);
  expect(actionsFor(own({ kind: 'system' }), group('owner'))).toEqual([]);
});
