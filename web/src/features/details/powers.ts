import type { MemberRole } from '@tingting/sdk';

/** What the panel offers; the server decides again. */

/** Rename the room, add people. */
export function mayManage(own: MemberRole): boolean {
  return own !== 'member';
}

/** Remove this one: owners anyone, admins plain members. */
export function mayRemove(own: MemberRole, other: MemberRole): boolean {
  return own === 'owner' || (own === 'admin' && other === 'member');
}

/** Give this one another role: owners alone. */
export function mayAppoint(own: MemberRole): boolean {
  return own === 'owner';
}

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
