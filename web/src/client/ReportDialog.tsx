import { useState, type SyntheticEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { MessageId, UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { DialogFooter } from '@/ui/DialogFooter';
import { Field } from '@/ui/Field';
import { TextArea } from '@/ui/TextArea';
import { toast } from '@/ui/toast/toasts';
import { useClient } from './useClient';
import { useProblemText } from './useProblemText';

export interface ReportDialogProps {
  readonly title: string;
  readonly about: { readonly message_id: MessageId } | { readonly user_id: UserId };
  readonly onClose: () => void;
}

const longest = 1000;

/** Asks what is wrong, and tells those in charge. */
export function ReportDialog({ title, about, onClose }: ReportDialogProps) {
  const { t } = useTranslation();
  const { reports } = useClient().api;
  const problemText = useProblemText();
  const [reason, setReason] = useState('');
  const filing = useMutation({
    mutationFn: () => reports.file({ ...about, reason: reason.trim() }),
    onSuccess() {
      toast(t('report.done'));
      onClose();
    },
  });
  const file = (event: SyntheticEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') filing.mutate();
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={t('report.text')}
      closeLabel={t('close')}
    >
      <form onSubmit={file}>
        <div className="px-5 pt-2 pb-5">
          <Field label={t('report.reason')}>
            {(control) => (
              <TextArea
                {...control}
                data-autofocus
                required
                maxLength={longest}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </div>
        <DialogFooter error={filing.error ? problemText(filing.error) : undefined}>
          <Button type="submit" busy={filing.isPending} disabled={reason.trim() === ''}>
            {t('report.action')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
