import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { Room, User } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { insertAtCaret } from '../composer/insertAtCaret';
import { useConversation, useConversationState } from '../useConversation';
import { candidateName, candidates, type Candidate } from './candidates';
import { mayCallAll } from './mayCallAll';
import { queryAt, type MentionQuery } from './query';

export interface Completion {
  readonly listId: string;
  /** Empty while no name is being typed. */
  readonly offered: readonly Candidate[];
  /** Where the arrow keys stand. */
  readonly active: number;
  readonly point: (index: number) => void;
  readonly pick: (candidate: Candidate) => void;
  /** The caret or the text moved. */
  readonly look: () => void;
  readonly close: () => void;
  /** True when the key was for the list. */
  readonly takesKey: (event: KeyboardEvent) => boolean;
}

const nobody: readonly Candidate[] = [];

/** Offers the members whose name one is typing after an @. */
export function useCompletion(
  room: Room,
  fieldRef: RefObject<HTMLTextAreaElement | null>,
): Completion {
  const { i18n } = useTranslation();
  const listId = useId();
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [active, setActive] = useState(0);
  const members = useOthers(room, query !== null);
  const words = query?.words ?? null;
  const offered = useMemo(
    () => (words === null ? nobody : candidates(words, members, mayCallAll(room), i18n.language)),
    [words, members, room, i18n.language],
  );

  const look = useCallback(() => {
    const field = fieldRef.current;
    if (!field) return;
    const { value, selectionStart, selectionEnd } = field;
    const found = selectionStart === selectionEnd ? queryAt(value, selectionStart) : null;
    setQuery((before) =>
      before?.from === found?.from && before?.words === found?.words ? before : found,
    );
    setActive(0);
  }, [fieldRef]);
  const close = useCallback(() => setQuery(null), []);

  const pick = useCallback(
    (candidate: Candidate) => {
      const field = fieldRef.current;
      if (!field || !query) return;
      field.setSelectionRange(query.from, query.from + 1 + query.words.length);
      insertAtCaret(field, `@${candidateName(candidate)} `);
      setQuery(null);
    },
    [fieldRef, query],
  );

  const takesKey = (event: KeyboardEvent): boolean => {
    const chosen = offered[active];
    if (!chosen || event.nativeEvent.isComposing) return false;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setActive((active + step + offered.length) % offered.length);
        break;
      }
      case 'Enter':
      case 'Tab':
        if (event.shiftKey) return false;
        pick(chosen);
        break;
      case 'Escape':
        close();
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  };

  return { listId, offered, active, point: setActive, pick, look, close, takesKey };
}

/** Whom one may call here; the members are fetched with the first @. */
function useOthers(room: Room, wanted: boolean): readonly User[] {
  const client = useClient();
  const conversation = useConversation();
  const me = useMe().user_id;
  const members = useConversationState((state) => state.members);
  const users = useStore(client.people, (people) => people.users);
  const missing = wanted && members === null && room.kind !== 'direct';

  useEffect(() => {
    // Without the members nobody is offered; the next @ asks again.
    if (missing) conversation.loadMembers().catch(() => undefined);
  }, [conversation, missing]);

  return useMemo(() => {
    if (!wanted) return [];
    const ids = room.peer ? [room.peer.user_id] : (members ?? []).map(({ user_id }) => user_id);
    return ids.filter((id) => id !== me).flatMap((id) => users.get(id) ?? []);
  }, [wanted, room.peer, members, me, users]);
}
