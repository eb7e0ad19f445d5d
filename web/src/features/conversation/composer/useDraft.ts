import { useCallback, useEffect, useState } from 'react';
import type { RoomId } from '@tingting/sdk';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { draftsOf } from './draftsOf';

/** So long after the last key the draft is stored, milliseconds. */
const rest = 400;

/** What stands in the composer of this room. It survives leaving the room, and a reload. */
export function useDraft(room: RoomId): [text: string, write: (text: string) => void] {
  const drafts = draftsOf(useClient(), useMe().user_id);
  const [text, setText] = useState(() => drafts.read(room));

  useEffect(() => {
    const timer = setTimeout(() => drafts.flush(), rest);
    return () => clearTimeout(timer);
  }, [drafts, text]);

  useEffect(() => {
    const flush = () => drafts.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [drafts]);

  const write = useCallback(
    (next: string) => {
      drafts.write(room, next);
      setText(next);
    },
    [drafts, room],
  );
  return [text, write];
}
