import type { MemberRole } from '@tingting/sdk';
import { expect, it } from 'vitest';
import { inOrder, mayAppoint, mayManage, mayRemove } from './powers';

it.each([
  ['owner', 'owner', true],
  ['owner', 'admin', true],
  ['admin', 'member', true],
  ['admin', 'admin', false],
  ['admin', 'owner', false],
  ['member', 'member', false],
] as const)('whether the %s may remove the %s: %s', (own, other, allowed) => {
  expect(mayRemove(own, other)).toBe(allowed);
});

it('only owners appoint; owners and admins manage', () => {
  const roles: MemberRole[] = ['owner', 'admin', 'member'];
  expect(roles.filter(mayAppoint)).toEqual(['owner']);
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
