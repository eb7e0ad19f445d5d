import type { Room } from '@tingting/sdk';

/** In a channel only owners and admins write. */
export const isReadOnly = ({ kind, role }: Room): boolean =>
  kind === 'channel' && role === 'member';
