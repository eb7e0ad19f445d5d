import type { Room } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formProblems } from '@/client/formProblems';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { TextArea } from '@/ui/TextArea';
import { TextInput } from '@/ui/TextInput';

const fields = ['name', 'topic'] as const;

/** What the room is called and what it is about. */
export function NameForm({ room }: { room: Room }) {
  const { t } = useTranslation('details');
  const client = useClient();
  const problemText = useProblemText();
  const { register, handleSubmit, setError, reset, formState } = useForm({
    values: { name: room.name ?? '', topic: room.topic ?? '' },
    // What another admin saves meanwhile fills the fields that were not touched.
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isSubmitting, isDirty } = formState;

  const save = handleSubmit(async (written) => {
    const told = { name: written.name.trim(), topic: written.topic.trim() };
    try {
      await client
        .conversation(room.room_id)
        .change({ name: told.name, topic: told.topic === '' ? null : told.topic });
      reset(told);
    } catch (error) {
      const { fields: wrong, whole } = formProblems(error, fields);
      wrong.forEach(({ field }, index) =>
        setError(field, { message: t(`settings.${field}.invalid`) }, { shouldFocus: index === 0 }),
      );
      if (whole !== undefined) setError('root', { message: problemText(whole) });
    }
  });

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
      <Field label={t('settings.name.label')} error={errors.name?.message}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            maxLength={100}
            {...register('name', {
              validate: (name) => name.trim() !== '' || t('settings.name.missing'),
            })}
          />
        )}
      </Field>
      <Field
        label={t('settings.topic.label')}
        hint={t('settings.topic.hint')}
        error={errors.topic?.message}
      >
        {(control) => <TextArea {...control} rows={2} maxLength={500} {...register('topic')} />}
      </Field>
      {errors.root && (
        <p role="alert" className="text-sm text-danger-ink">
          {errors.root.message}
        </p>
      )}
      <Button
        type="submit"
        className="self-start"
        busy={isSubmitting}
        disabled={!isDirty && !isSubmitting}
      >
        {t('settings.save')}
      </Button>
    </form>
  );
}
