import type { Account } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useOfficialAct } from '../useOfficialAct';

export type Closing = 'disabled' | 'deleted';

export interface CloseDialogProps {
  readonly account: Account;
  readonly closing: Closing;
  readonly onDone: () => void;
}

/** Asks before an account is closed. */
export function CloseDialog({ account, closing, onDone }: CloseDialogProps) {
  const { t } = useTranslation('admin');
  const { administration } = useClient().api;
  const act = useOfficialAct();
  return (
    <ConfirmDialog
      open
      onOpenChange={onDone}
      title={t(`people.closing.${closing}`, { name: account.display_name })}
      text={t('people.closing.text')}
      confirmLabel={t('people.closing.confirm')}
      cancelLabel={t('cancel')}
      busy={act.isPending}
      onConfirm={() =>
        act.mutate(() => administration.change(account.user_id, { state: closing }), {
          onSuccess: onDone,
        })
      }
    />
  );
}
