import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { ConfirmDialog } from '@/ui/ConfirmDialog';

export interface RemoveDialogProps {
  readonly name: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly remove: () => Promise<void>;
}

/** Asks before somebody is put out; the list then knows by itself. */
export function RemoveDialog({ name, open, onOpenChange, remove }: RemoveDialogProps) {
  const { t } = useTranslation('details');
  const problemText = useProblemText();
  const removing = useMutation({ mutationFn: remove, onSuccess: () => onOpenChange(false) });

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('remove.title', { name })}
      text={t('remove.text')}
      confirmLabel={t('remove.confirm')}
      cancelLabel={t('cancel')}
      busy={removing.isPending}
      error={removing.error ? problemText(removing.error) : undefined}
      onConfirm={removing.mutate}
    />
  );
}
