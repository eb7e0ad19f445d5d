import type { User } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useClient } from '../useClient';
import { useTieAct } from './useTieAct';

export interface BlockDialogProps {
  readonly user: User;
  readonly onClose: () => void;
}

/** Asks before somebody is blocked: it ends a friendship, too. */
export function BlockDialog({ user, onClose }: BlockDialogProps) {
  const { t } = useTranslation('people');
  const { blocks } = useClient().api;
  const act = useTieAct();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('ties.blocking.title', { name: user.display_name })}
      text={t('ties.blocking.text')}
      confirmLabel={t('ties.block')}
      cancelLabel={t('ties.blocking.cancel')}
      busy={act.isPending}
      onConfirm={() => act.mutate(() => blocks.block(user.user_id), { onSuccess: onClose })}
    />
  );
}
