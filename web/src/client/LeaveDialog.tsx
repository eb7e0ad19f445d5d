import { useState } from 'react';
import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useClient } from './useClient';
import { useProblemText } from './useProblemText';
import { useRoomTitle } from './useRoomTitle';

export interface LeaveDialogProps {
  readonly room: Room;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onLeft: () => void;
}

/** Asks before one leaves a group. */
export function LeaveDialog({ room, open, onOpenChange, onLeft }: LeaveDialogProps) {
  const { t } = useTranslation('rooms');
  const client = useClient();
  const title = useRoomTitle(room);
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
      cancelLabel={t('leave.cancel')}
      busy={busy}
      error={error === undefined ? undefined : problemText(error)}
      onConfirm={() => void leave()}
    />
  );
}
