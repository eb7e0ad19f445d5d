import type { Room } from '@tingting/sdk';
import { useMutation } from '@tanstack/react-query';
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
  const leaving = useMutation({
    mutationFn: () => client.conversation(room.room_id).leave(),
    onSuccess: onLeft,
  });

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('leave.title', { title })}
      text={t('leave.text')}
      confirmLabel={t('leave.confirm')}
      cancelLabel={t('leave.cancel')}
      busy={leaving.isPending}
      error={leaving.error ? problemText(leaving.error) : undefined}
      onConfirm={leaving.mutate}
    />
  );
}
