import type { FriendRequest } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useTieAct } from '@/client/ties/useTieAct';
import { useClient } from '@/client/useClient';
import { Button } from '@/ui/Button';
import { PersonRow } from './PersonRow';

/** One has asked, and waits. */
export function OutgoingRequest({ request }: { request: FriendRequest }) {
  const { t } = useTranslation('people');
  const { friends } = useClient().api;
  const act = useTieAct();
  const { user } = request;
  return (
    <PersonRow user={user}>
      <Button
        variant="secondary"
        busy={act.isPending}
        aria-label={t('ties.withdraw_name', { name: user.display_name })}
        onClick={() => act.mutate(() => friends.remove(user.user_id))}
      >
        {t('ties.withdraw')}
      </Button>
    </PersonRow>
  );
}
