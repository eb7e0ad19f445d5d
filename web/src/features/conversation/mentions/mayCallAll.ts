import type { Room } from '@tingting/sdk';

/** Calling everybody is for owners and admins; the server decides again. */
export const mayCallAll = ({ kind, role }: Room): boolean =>
  kind !== 'direct' && (role === 'owner' || role === 'admin');
