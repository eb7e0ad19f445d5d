import { useState } from 'react';
import { Pencil } from 'lucide-react';
import type { Room } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { IconButton } from '@/ui/IconButton';
import { TextInput } from '@/ui/TextInput';

export interface GroupNameProps {
  readonly room: Room;
  readonly title: string;
  readonly editable: boolean;
}

/** The name of a group, and in its place the form to change it. */
export function GroupName({ room, title, editable }: GroupNameProps) {
  const { t } = useTranslation('details');
  const [editing, setEditing] = useState(false);
  if (editing) return <Rename room={room} onDone={() => setEditing(false)} />;
  return (
    <div className="mt-3 flex min-h-9 max-w-full items-center gap-1">
      <p className={`truncate text-lg font-semibold ${editable ? 'pl-10' : ''}`}>{title}</p>
      {editable && (
        <IconButton label={t('rename.action')} onClick={() => setEditing(true)}>
          <Pencil className="scale-90" />
        </IconButton>
      )}
    </div>
  );
}

function Rename({ room, onDone }: { room: Room; onDone: () => void }) {
  const { t } = useTranslation('details');
  const client = useClient();
  const problemText = useProblemText();
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { name: room.name ?? '' },
  });
  const rename = handleSubmit(async ({ name }) => {
    try {
      if (name.trim() !== room.name) {
        await client.conversation(room.room_id).change({ name: name.trim() });
      }
      onDone();
    } catch (error) {
      setError('name', { message: problemText(error) }, { shouldFocus: true });
    }
  });
  return (
    <form noValidate className="mt-3 w-full text-left" onSubmit={(event) => void rename(event)}>
      <Field label={t('rename.label')} error={formState.errors.name?.message}>
        {(control) => (
          <TextInput
            {...control}
            // It takes the place of the button that was pressed.
            // eslint-disable-next-line jsx-a11y-x/no-autofocus
            autoFocus
            autoComplete="off"
            maxLength={100}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onDone();
            }}
            {...register('name', {
              validate: (name) => name.trim() !== '' || t('rename.missing'),
            })}
          />
        )}
      </Field>
      <div className="mt-3 flex justify-end gap-2">
        <Button variant="secondary" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button type="submit" busy={formState.isSubmitting}>
          {t('rename.save')}
        </Button>
      </div>
    </form>
  );
}
