import type { MemberRole, Room } from '@tingting/sdk';

/** What the panel offers; the server decides again. */

/** Change the room, add and invite people, decide on who asks to join. */
export function mayManage(own: MemberRole): boolean {
  return own !== 'member';
}

/** Of a direct room both may say how long its messages live, and that is all there is to set. */
export function maySet(room: Room): boolean {
  return room.kind === 'direct' || mayManage(room.role ?? 'member');
}

/** Act against this one: only downwards. */
export function mayRemove(own: MemberRole, other: MemberRole): boolean {
  return rank[own] < rank[other];
}

/** The roles that this one may be given: owners alone give any. */
export function rolesToGive(own: MemberRole, other: MemberRole): readonly MemberRole[] {
  return own === 'owner' ? roles.filter((role) => role !== other) : [];
}

/** Delete the room for everybody. */
export function mayDelete(own: MemberRole): boolean {
  return own === 'owner';
}

const roles: readonly MemberRole[] = ['owner', 'admin', 'member'];
const rank = { owner: 0, admin: 1, member: 2 } as const;

/** Owners first, then admins, then by name in the user's language. */
export function inOrder<M extends { readonly role: MemberRole }>(
  members: readonly M[],
  nameOf: (member: M) => string,
  language: string,
): M[] {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  return [...members].sort(
    (one, other) => rank[one.role] - rank[other.role] || compare(nameOf(one), nameOf(other)),
  );
}
