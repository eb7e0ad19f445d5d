import type { MessageId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useOfficialAct } from '../useOfficialAct';

export interface RemoveMessageDialogProps {
  readonly messageId: MessageId;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks before a message is taken out of its room. */
export function RemoveMessageDialog({ messageId, open, onOpenChange }: RemoveMessageDialogProps) {
  const { t } = useTranslation('admin');
  const { administration } = useClient().api;
  const act = useOfficialAct();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('reports.removing.title')}
      text={t('reports.removing.text')}
      confirmLabel={t('reports.removing.confirm')}
      cancelLabel={t('cancel')}
      busy={act.isPending}
      onConfirm={() =>
        act.mutate(() => administration.removeMessage(messageId), {
          onSuccess: () => onOpenChange(false),
        })
      }
    />
  );
}
