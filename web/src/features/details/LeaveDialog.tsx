import { useState } from 'react';
import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { ConfirmDialog } from '@/ui/ConfirmDialog';

export interface LeaveDialogProps {
  readonly room: Room;
  readonly title: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onLeft: () => void;
}

export function LeaveDialog({ room, title, open, onOpenChange, onLeft }: LeaveDialogProps) {
  const { t } = useTranslation('details');
  const client = useClient();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const leave = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await client.conversation(room.room_id).leave();
      onLeft();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('leave.title', { title })}
      text={t('leave.text')}
      confirmLabel={t('leave.confirm')}
      cancelLabel={t('cancel')}
      busy={busy}
      error={error === undefined ? undefined : problemText(error)}
      onConfirm={() => void leave()}
    />
  );
}
