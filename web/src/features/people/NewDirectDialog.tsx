import { useState } from 'react';
import type { RoomId, User } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Dialog } from '@/ui/Dialog';
import { Notice } from '@/ui/Notice';
import { UserPicker } from './UserPicker';

export interface NewDirectDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onOpened: (room: RoomId) => void;
}

/** Picks someone and opens the one room the two share. */
export function NewDirectDialog({ open, onOpenChange, onOpened }: NewDirectDialogProps) {
  const { t } = useTranslation('people');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('direct.title')}
      description={t('direct.text')}
      closeLabel={t('close')}
    >
      <Content onOpened={onOpened} />
    </Dialog>
  );
}

/** Mounted with the dialog, so that each opening starts afresh. */
function Content({ onOpened }: Pick<NewDirectDialogProps, 'onOpened'>) {
  const client = useClient();
  const problemText = useProblemText();
  const [error, setError] = useState<unknown>();

  const openRoom = async (user: User) => {
    setError(undefined);
    try {
      onOpened((await client.openDirect(user.user_id)).room_id);
    } catch (problem) {
      setError(problem);
    }
  };

  return (
    <>
      {error !== undefined && (
        <Notice tone="danger" className="mx-5 mb-2">
          <p role="alert">{problemText(error)}</p>
        </Notice>
      )}
      <UserPicker onPick={(user) => void openRoom(user)} />
    </>
  );
}
