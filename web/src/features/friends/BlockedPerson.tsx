import type { User } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useTieAct } from '@/client/ties/useTieAct';
import { useClient } from '@/client/useClient';
import { Button } from '@/ui/Button';
import { PersonRow } from './PersonRow';

/** Somebody one has blocked. */
export function BlockedPerson({ user }: { user: User }) {
  const { t } = useTranslation('people');
  const { blocks } = useClient().api;
  const act = useTieAct();
  return (
    <PersonRow user={user}>
      <Button
        variant="secondary"
        busy={act.isPending}
        aria-label={t('ties.unblock_name', { name: user.display_name })}
        onClick={() => act.mutate(() => blocks.unblock(user.user_id))}
      >
        {t('ties.unblock')}
      </Button>
    </PersonRow>
  );
}
