import { useEffect, useState } from 'react';
import type { Room } from '@tingting/sdk';

/**
 * The seq after which messages are new to this visit: fixed when the room opens, so that reading
 * does not wipe the line away, and fixed again whenever the reader turns to another window.
 * Null while there is nothing new.
 */
export function useUnreadLine(room: Room): number | null {
  const [after, setAfter] = useState(() => (room.unread > 0 ? room.read_seq : null));

  useEffect(() => {
    const leave = () => setAfter(room.read_seq);
    window.addEventListener('blur', leave);
    return () => window.removeEventListener('blur', leave);
  }, [room.read_seq]);

  return after;
}
