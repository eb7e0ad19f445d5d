import type { Reaction } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';

/** Who is named one by one. */
const mostNamed = 4;

/** "An, Bình and 3 others": who reacted, oneself first. */
export function useReactorsText({ user_ids, count, me = false }: Reaction): string {
  const { t, i18n } = useTranslation('conversation');
  const own = useMe().user_id;
  const names = useStore(useClient().people, ({ users }) =>
    user_ids
      .filter((id) => id !== own)
      .flatMap((id) => users.get(id)?.display_name ?? [])
      .slice(0, mostNamed)
      .join('\n'),
  );
  const named = [...(me ? [t('you')] : []), ...(names === '' ? [] : names.split('\n'))];
  const others = count - named.length;
  const list = [...named, ...(others > 0 ? [t('others', { count: others })] : [])];
  return new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(list);
}
