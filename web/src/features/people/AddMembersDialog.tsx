import { useEffect, useState } from 'react';
import type { RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { DialogFooter } from '@/ui/DialogFooter';
import { toast } from '@/ui/toast/toasts';
import { PickedPeople } from './PickedPeople';
import { usePicked } from './usePicked';
import { UserPicker } from './UserPicker';

export interface AddMembersDialogProps {
  readonly roomId: RoomId;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function AddMembersDialog({ roomId, open, onOpenChange }: AddMembersDialogProps) {
  const { t } = useTranslation('people');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('add.title')} closeLabel={t('close')}>
      <Content roomId={roomId} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

/** Mounted with the dialog, so that each opening starts afresh. */
function Content({ roomId, onDone }: { roomId: RoomId; onDone: () => void }) {
  const { t } = useTranslation('people');
  const problemText = useProblemText();
  const conversation = useClient().conversation(roomId);
  const members = useStore(
    conversation.store,
    useShallow((state) => state.members?.map((member) => member.user_id) ?? []),
  );
  const { people, ids, toggle, remove, takeBack } = usePicked();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    // Only spares a pointless pick: the server refuses members who are there already.
    void conversation.loadMembers().catch(() => undefined);
  }, [conversation]);

  const add = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await conversation.addMembers([...ids]);
      toast(t('add.done', { count: ids.size }));
      onDone();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <PickedPeople people={people} onRemove={remove} />
      <UserPicker
        onPick={toggle}
        picked={ids}
        barred={{ users: new Set(members), why: t('add.member') }}
        onTakeBack={takeBack}
      />
      <DialogFooter error={error === undefined ? undefined : problemText(error)}>
        <Button busy={busy} disabled={ids.size === 0} onClick={() => void add()}>
          {t('add.action', { count: ids.size })}
        </Button>
      </DialogFooter>
    </>
  );
}
