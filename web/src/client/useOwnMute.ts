import { useNow } from '@/i18n/useNow';
import { useMe } from './useMe';

/** Until when those in charge let one write nothing; null while one may. */
export function useOwnMute(): Date | null {
  const { muted_until: until } = useMe();
  const now = useNow();
  const end = until === null ? null : new Date(until);
  return end !== null && end > now ? end : null;
}
