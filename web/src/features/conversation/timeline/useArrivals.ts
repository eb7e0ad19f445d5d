import { useEffect, useState } from 'react';
import type { Message } from '@tingting/sdk';
import { useMe } from '@/client/useMe';
import { useConversation } from '../useConversation';

/** A busy room is told about this often, milliseconds. */
const pause = 1000;

/** What others wrote within the last moment; of one's own messages and of the past nothing. */
export function useArrivals(): readonly Message[] {
  const conversation = useConversation();
  const me = useMe().user_id;
  const [arrivals, setArrivals] = useState<readonly Message[]>([]);

  useEffect(() => {
    const { store } = conversation;
    let heard = store.getState().messages.at(-1)?.seq ?? 0;
    let waiting: Message[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      setArrivals(waiting);
      waiting = [];
    };
    const stop = store.subscribe(({ messages, reachesEnd }, before) => {
      const last = messages.at(-1);
      if (messages === before.messages || !last || last.seq <= heard) return;
      const wasLive = before.reachesEnd && before.status === 'ready';
      if (wasLive && reachesEnd) {
        const since = messages.findLastIndex((it) => it.seq <= heard) + 1;
        waiting.push(...messages.slice(since).filter((it) => it.user_id !== me));
      }
      heard = last.seq;
      if (waiting.length > 0) timer ??= setTimeout(tell, pause);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [conversation, me]);

  return arrivals;
}
