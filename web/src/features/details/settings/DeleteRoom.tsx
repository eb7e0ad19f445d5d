import { useState } from 'react';
import { Trash2 } from 'lucide-react';
import type { Room } from '@tingting/sdk';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { useRoomTitle } from '@/client/useRoomTitle';
import { Button } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/ConfirmDialog';

export interface DeleteRoomProps {
  readonly room: Room;
  readonly onDeleted: () => void;
}

/** The end of the room, for everybody. */
export function DeleteRoom({ room, onDeleted }: DeleteRoomProps) {
  const { t } = useTranslation('details');
  const client = useClient();
  const title = useRoomTitle(room);
  const problemText = useProblemText();
  const [asking, ask] = useState(false);
  const deleting = useMutation({
    mutationFn: () => client.api.rooms.delete(room.room_id),
    onSuccess: onDeleted,
  });

  return (
    <section className="border-t border-line pt-4">
      <Button
        variant="quiet"
        className="-ml-2.5 px-2.5 text-danger-ink hover:bg-danger-soft"
        onClick={() => ask(true)}
      >
        <Trash2 aria-hidden className="size-[18px]" strokeWidth={1.75} />
        {t('delete.action')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title={t('delete.title', { title })}
        text={t('delete.text')}
        confirmLabel={t('delete.confirm')}
        cancelLabel={t('cancel')}
        busy={deleting.isPending}
        error={deleting.error ? problemText(deleting.error) : undefined}
        onConfirm={deleting.mutate}
      />
    </section>
  );
}
