import type { Account, ServerRole } from '@tingting/sdk';

export type AccountAction = 'mute' | 'remove_2fa' | 'disable' | 'delete' | 'enable';

const roles = ['admin', 'moderator', 'user'] as const satisfies readonly ServerRole[];

/** The roles one may give somebody. */
export const rolesToGive = (own: ServerRole, { role }: Pick<Account, 'role'>) =>
  own === 'admin' ? roles.filter((other) => other !== role) : [];

/** What else one may do with an account; the server decides again. */
export function actionsOn(
  own: ServerRole,
  { role, state, second_factor }: Pick<Account, 'role' | 'state' | 'second_factor'>,
): readonly AccountAction[] {
  if (own === 'user') return [];
  if (own === 'moderator') return role === 'user' ? ['mute'] : [];
  if (state !== 'active') return ['enable'];
  return ['mute', ...(second_factor ? (['remove_2fa'] as const) : []), 'disable', 'delete'];
}
