import type { Reactor } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/client/useMe';
import { UserAvatar } from '@/client/UserAvatar';
import { useUser } from '@/client/useUser';
import { Skeleton } from '@/ui/Skeleton';

export function ReactorRow({ reactor }: { reactor: Reactor }) {
  const { t } = useTranslation('conversation');
  const own = useMe().user_id === reactor.user_id;
  const user = useUser(reactor.user_id);
  return (
    <li className="flex h-12 items-center gap-3 px-2">
      {user ? (
        <UserAvatar user={user} size={32} ring="ring-raised" />
      ) : (
        <Skeleton className="size-8 rounded-full" />
      )}
      <span className="min-w-0 flex-1 truncate">{own ? t('you') : user?.display_name}</span>
      <span className="text-lg">{reactor.emoji}</span>
    </li>
  );
}
