import type { FriendRequest } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { PersonMenu } from '@/client/ties/PersonMenu';
import { useTieAct } from '@/client/ties/useTieAct';
import { useClient } from '@/client/useClient';
import { Button } from '@/ui/Button';
import { PersonRow } from './PersonRow';

/** Somebody asks. */
export function IncomingRequest({ request }: { request: FriendRequest }) {
  const { t } = useTranslation('people');
  const { friends } = useClient().api;
  const act = useTieAct();
  const { request_id: id, user } = request;
  const name = user.display_name;
  return (
    <PersonRow user={user}>
      <Button
        busy={act.isPending}
        aria-label={t('ties.accept_name', { name })}
        onClick={() => act.mutate(() => friends.accept(id))}
      >
        {t('ties.accept')}
      </Button>
      <Button
        variant="secondary"
        disabled={act.isPending}
        aria-label={t('ties.decline_name', { name })}
        onClick={() => act.mutate(() => friends.decline(id))}
      >
        {t('ties.decline')}
      </Button>
      <PersonMenu user={user} />
    </PersonRow>
  );
}
