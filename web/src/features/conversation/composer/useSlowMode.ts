import type { Room } from '@tingting/sdk';
import { useMe } from '@/client/useMe';
import { useCountdown } from '@/ui/useCountdown';
import { useConversationState } from '../useConversation';
import { isSlowed, lastWritten } from './slowMode';

/** Seconds until one may write again in a slow room; 0 when one may. */
export function useSlowMode(room: Room): number {
  const me = useMe().user_id;
  const slowed = isSlowed(room);
  const last = useConversationState((it) => (slowed ? lastWritten(it, me) : undefined));
  return useCountdown(last === undefined ? undefined : last + room.slow_mode_seconds * 1000) ?? 0;
}
