import { useMemo, useState } from 'react';
import type { Outgoing } from '@tingting/sdk';
import { useMe } from '@/client/useMe';
import { useConversationState } from '../useConversation';
import type { TimelineRow } from './rows';
import { TimelineLayout } from './TimelineLayout';

const none: readonly Outgoing[] = [];

/** The lines of the open room, laid out again only when a message came, went or changed. */
export function useRows(unreadAfter: number | null): readonly TimelineRow[] {
  const me = useMe().user_id;
  const messages = useConversationState((it) => it.messages);
  const reachesStart = useConversationState((it) => it.reachesStart);
  // Looking at the past: what is on its way would not stand where it belongs.
  const outgoing = useConversationState((it) => (it.reachesEnd ? it.outgoing : none));
  const [layout] = useState(() => new TimelineLayout());

  return useMemo(
    () => layout.rows({ messages, reachesStart, outgoing, me, unreadAfter }),
    [layout, messages, reachesStart, outgoing, me, unreadAfter],
  );
}
