import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Member, RoomId, User, UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';

/** Who may have written in the room, or anywhere: oneself first, then by name. */
export function usePeopleOf(
  room: RoomId | null,
  chosen: UserId | null,
): { readonly value: string; readonly label: string }[] {
  const { t, i18n } = useTranslation('search');
  const me = useMe().user_id;
  const users = useStore(useClient().people, (state) => state.users);
  const members = useMembers(room);
  return useMemo(() => {
    const { compare } = new Intl.Collator(i18n.language, { sensitivity: 'base' });
    const known = new Set(room === null ? users.values() : knownOf(members, users));
    const one = chosen === null ? undefined : users.get(chosen);
    // Who was chosen is named, also after they left.
    if (one) known.add(one);
    const others = [...known]
      .filter(({ user_id }) => user_id !== me)
      .map(({ user_id, display_name }) => ({ value: user_id, label: display_name }))
      .sort((one, other) => compare(one.label, other.label));
    return [{ value: me, label: t('you') }, ...others];
  }, [room, chosen, users, members, me, t, i18n.language]);
}

function knownOf(members: readonly Member[], users: ReadonlyMap<string, User>): User[] {
  return members.flatMap(({ user_id, user }) => users.get(user_id) ?? user ?? []);
}

const nobody: readonly Member[] = [];
const never = () => () => undefined;

/** The members of a room, fetched when they are not known yet; nobody where no room is meant. */
function useMembers(room: RoomId | null): readonly Member[] {
  const client = useClient();
  const conversation = room === null ? null : client.conversation(room);
  useEffect(() => {
    // Without them the list is short; the search itself works.
    if (conversation?.store.getState().members === null) {
      conversation.loadMembers().catch(() => undefined);
    }
  }, [conversation]);
  return useSyncExternalStore(
    conversation?.store.subscribe ?? never,
    () => conversation?.store.getState().members ?? nobody,
  );
}
