import type { RoomId } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { DialogFooter } from '@/ui/DialogFooter';
import { Field } from '@/ui/Field';
import { TextInput } from '@/ui/TextInput';
import { PickedPeople } from './PickedPeople';
import { usePicked } from './usePicked';
import { UserPicker } from './UserPicker';

export interface NewGroupDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onCreated: (room: RoomId) => void;
}

export function NewGroupDialog({ open, onOpenChange, onCreated }: NewGroupDialogProps) {
  const { t } = useTranslation('people');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('group.title')}
      closeLabel={t('close')}
    >
      <Content onCreated={onCreated} />
    </Dialog>
  );
}

/** Mounted with the dialog, so that each opening starts afresh. */
function Content({ onCreated }: Pick<NewGroupDialogProps, 'onCreated'>) {
  const { t } = useTranslation('people');
  const client = useClient();
  const problemText = useProblemText();
  const { people, ids, toggle, remove, takeBack } = usePicked();
  const { register, handleSubmit, setError, formState } = useForm<{ name: string }>({
    defaultValues: { name: '' },
  });
  const { errors, isSubmitting } = formState;

  const create = handleSubmit(async ({ name }) => {
    if (people.length === 0) {
      setError('root', { message: t('group.members_missing') });
      return;
    }
    try {
      const room = await client.createRoom({
        kind: 'group',
        name: name.trim(),
        member_ids: people.map((user) => user.user_id),
      });
      onCreated(room.room_id);
    } catch (error) {
      setError('root', { message: problemText(error) });
    }
  });

  return (
    <form noValidate className="flex min-h-0 flex-col" onSubmit={(event) => void create(event)}>
      <div className="px-5 pt-1 pb-4">
        <Field label={t('group.name')} error={errors.name?.message}>
          {(control) => (
            <TextInput
              {...control}
              data-autofocus
              autoComplete="off"
              maxLength={100}
              {...register('name', {
                validate: (name) => name.trim() !== '' || t('group.name_missing'),
              })}
            />
          )}
        </Field>
      </div>
      <p className="px-5 pb-1.5 text-sm font-medium">{t('group.members')}</p>
      <PickedPeople people={people} onRemove={remove} />
      <UserPicker onPick={toggle} picked={ids} onTakeBack={takeBack} autoFocus={false} />
      <DialogFooter error={errors.root?.message}>
        <Button type="submit" busy={isSubmitting}>
          {t('group.create')}
        </Button>
      </DialogFooter>
    </form>
  );
}
