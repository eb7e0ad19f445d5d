import type { Account, ServerRole } from '@tingting/sdk';

export type AccountAction = 'mute' | 'disable' | 'delete' | 'enable';

const roles = ['admin', 'moderator', 'user'] as const satisfies readonly ServerRole[];

/** The roles one may give somebody. */
export const rolesToGive = (own: ServerRole, { role }: Pick<Account, 'role'>) =>
  own === 'admin' ? roles.filter((other) => other !== role) : [];

/** What else one may do with an account; the server decides again. */
export function actionsOn(
  own: ServerRole,
  { role, state }: Pick<Account, 'role' | 'state'>,
): readonly AccountAction[] {
  if (own === 'user') return [];
  if (own === 'moderator') return role === 'user' ? ['mute'] : [];
  return state === 'active' ? ['mute', 'disable', 'delete'] : ['enable'];
}
