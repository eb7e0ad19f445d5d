import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useConversationState } from '../useConversation';

/** How many are in the room. */
export function MembersStatus({ room }: { room: Room }) {
  const { t } = useTranslation('conversation');
  const loaded = useConversationState((it) => it.members?.length);
  const count = loaded ?? room.member_count;
  return count === undefined ? null : t('members', { count });
}
