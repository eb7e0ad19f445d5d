import { expect, it } from 'vitest';
import { actionsOn, rolesToGive } from './powers';

const user = { role: 'user', state: 'active', second_factor: false } as const;
const moderator = { role: 'moderator', state: 'active', second_factor: false } as const;

it('lets a moderator mute users, and nothing else', () => {
  expect(actionsOn('moderator', user)).toEqual(['mute']);
  expect(actionsOn('moderator', moderator)).toEqual([]);
  expect(rolesToGive('moderator', user)).toEqual([]);
  expect(actionsOn('user', user)).toEqual([]);
});

it('lets an admin close and open accounts and give the other roles', () => {
  expect(actionsOn('admin', moderator)).toEqual(['mute', 'disable', 'delete']);
  expect(actionsOn('admin', { ...user, state: 'deleted' })).toEqual(['enable']);
  expect(actionsOn('admin', { ...user, second_factor: true })).toContain('remove_2fa');
  expect(actionsOn('moderator', { ...user, second_factor: true })).toEqual(['mute']);
  expect(rolesToGive('admin', moderator)).toEqual(['admin', 'user']);
});
