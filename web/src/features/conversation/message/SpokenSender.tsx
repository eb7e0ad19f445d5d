import type { UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/client/useUser';

/** Whose message this is, for those who cannot see its side or its group. */
export function SpokenSender({ userId, own }: { userId: UserId | null; own: boolean }) {
  const { t } = useTranslation('conversation');
  const user = useUser(own ? null : userId);
  return <span className="sr-only">{own ? t('you') : user?.display_name}</span>;
}
