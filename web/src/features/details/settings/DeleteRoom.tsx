import { useState } from 'react';
import { Trash2 } from 'lucide-react';
import type { Room } from '@tingting/sdk';
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
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const remove = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await client.api.rooms.delete(room.room_id);
      onDeleted();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

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
        busy={busy}
        error={error === undefined ? undefined : problemText(error)}
        onConfirm={() => void remove()}
      />
    </section>
  );
}
