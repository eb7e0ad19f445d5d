import type { UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/client/useUser';
import { Avatar } from '@/ui/Avatar';

export function ReaderRow({ userId }: { userId: UserId }) {
  const { t } = useTranslation('conversation');
  const user = useUser(userId);
  const name = user?.display_name ?? t('seen.unknown');
  return (
    <li className="flex h-9 items-center gap-2.5 text-sm">
      <Avatar id={userId} name={name} src={user?.avatar_url ?? null} size={24} />
      <span className="truncate">{name}</span>
    </li>
  );
}
