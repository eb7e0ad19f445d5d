import type { Account } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useOfficialAct } from '../useOfficialAct';

export interface RemoveSecondFactorDialogProps {
  readonly account: Account;
  readonly onDone: () => void;
}

/** Asks before the second factor of somebody is switched off. */
export function RemoveSecondFactorDialog({ account, onDone }: RemoveSecondFactorDialogProps) {
  const { t } = useTranslation('admin');
  const { administration } = useClient().api;
  const act = useOfficialAct();
  const name = account.display_name;
  return (
    <ConfirmDialog
      open
      onOpenChange={onDone}
      title={t('people.removing_2fa.title', { name })}
      text={t('people.removing_2fa.text', { name })}
      confirmLabel={t('people.removing_2fa.confirm')}
      cancelLabel={t('cancel')}
      busy={act.isPending}
      onConfirm={() =>
        act.mutate(() => administration.removeSecondFactor(account.user_id), { onSuccess: onDone })
      }
    />
  );
}
