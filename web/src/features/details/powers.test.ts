import type { MemberRole } from '@tingting/sdk';
import { expect, it } from 'vitest';
import { inOrder, mayManage, mayRemove, rolesToGive } from './powers';

it.each([
  ['owner', 'owner', false],
  ['owner', 'admin', true],
  ['admin', 'member', true],
  ['admin', 'admin', false],
  ['admin', 'owner', false],
  ['member', 'member', false],
] as const)('whether the %s may remove the %s: %s', (own, other, allowed) => {
  expect(mayRemove(own, other)).toBe(allowed);
});

it('only owners give roles, every one but the present one', () => {
  expect(rolesToGive('owner', 'member')).toEqual(['owner', 'admin']);
  expect(rolesToGive('owner', 'owner')).toEqual(['admin', 'member']);
  expect(rolesToGive('admin', 'member')).toEqual([]);
});

it('owners and admins manage', () => {
  const roles: MemberRole[] = ['owner', 'admin', 'member'];
  expect(roles.filter(mayManage)).toEqual(['owner', 'admin']);
});

it('lists owners, then admins, then the rest by name as Vietnamese sorts it', () => {
  const people = [
    { name: 'Đức', role: 'member' },
    { name: 'Dũng', role: 'member' },
    { name: 'An', role: 'member' },
    { name: 'Yến', role: 'admin' },
    { name: 'Zung', role: 'owner' },
  ] as const;
  const names = inOrder(people, (person) => person.name, 'vi').map((person) => person.name);
  expect(names).toEqual(['Zung', 'Yến', 'An', 'Dũng', 'Đức']);
});
