import type { User } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useTieAct } from '@/client/ties/useTieAct';
import { useTies, type TiesState } from '@/client/ties/useTies';
import { useClient } from '@/client/useClient';
import { Dialog } from '@/ui/Dialog';
import { toast } from '@/ui/toast/toasts';
import { UserPicker } from './UserPicker';

export interface AddFriendDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Finds somebody and asks them to be friends. */
export function AddFriendDialog({ open, onOpenChange }: AddFriendDialogProps) {
  const { t } = useTranslation('people');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('ties.add')}
      description={t('ties.add_text')}
      closeLabel={t('close')}
    >
      <Content onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

/** Mounted with the dialog, so that each opening starts afresh. */
function Content({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('people');
  const { friends } = useClient().api;
  const act = useTieAct();
  const ties = useTies();

  const ask = (user: User) => {
    act.mutate(() => friends.request(user.user_id), {
      onSuccess: () => {
        toast(t('ties.asked', { name: user.display_name }));
        onDone();
      },
    });
  };

  return (
    <UserPicker
      onPick={(user) => !act.isPending && ask(user)}
      barred={{ users: tied(ties), why: t('ties.known') }}
    />
  );
}

/** Whom there is nothing to ask: friends, and whom one has asked. */
const tied = (ties: TiesState) =>
  new Set(
    ties.status === 'there'
      ? [...ties.friends, ...ties.requests.filter((one) => one.direction === 'outgoing')].map(
          (one) => one.user_id,
        )
      : [],
  );
