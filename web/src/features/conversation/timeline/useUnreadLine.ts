import { useEffect, useState } from 'react';
import type { Room } from '@tingting/sdk';

/**
 * The seq after which messages are new to this visit: fixed when the room opens, so that reading
 * does not wipe the line away, and fixed again whenever the reader turns to another window. What
 * comes in under the reader's eyes is not new to them. Null while there is nothing new.
 */
export function useUnreadLine(room: Room): number | null {
  const { unread, read_seq, last_seq } = room;
  const [after, setAfter] = useState(() => (unread > 0 ? read_seq : null));

  useEffect(() => {
    const leave = () => setAfter(read_seq);
    const comeBack = () => setAfter((left) => (left !== null && last_seq > left ? left : null));
    window.addEventListener('blur', leave);
    window.addEventListener('focus', comeBack);
    return () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('focus', comeBack);
    };
  }, [read_seq, last_seq]);

  return after;
}
