import type { Me } from '@tingting/sdk';
import { useSession } from './useSession';

/** The signed-in user. Only for what is mounted behind the session gate. */
export function useMe(): Me {
  const session = useSession();
  if (session.status !== 'signed_in') throw new Error('useMe is for signed-in pages');
  return session.me;
}
