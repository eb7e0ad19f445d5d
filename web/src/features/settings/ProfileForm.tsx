import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { isPhone } from '@/client/accountRules';
import { formProblems } from '@/client/formProblems';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { useProblemText } from '@/client/useProblemText';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { TextArea } from '@/ui/TextArea';
import { TextInput } from '@/ui/TextInput';
import { changesOf, profileFields, profileOf, type Profile } from './profile';
import { SettingsSection } from './SettingsSection';

/** Oneself, as others see it. */
export function ProfileForm({ backTo }: { backTo: string }) {
  const { t } = useTranslation('settings');
  const client = useClient();
  const me = useMe();
  const problemText = useProblemText();
  const { register, handleSubmit, setError, reset, formState } = useForm<Profile>({
    values: profileOf(me),
    // What another device saves meanwhile fills the fields that were not touched.
    resetOptions: { keepDirtyValues: true },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting, isDirty } = formState;
  const [saved, setSaved] = useState(false);

  const save = handleSubmit(async (profile) => {
    try {
      reset(profileOf(await client.updateMe(changesOf(me, profile))));
      setSaved(true);
    } catch (error) {
      const { fields, whole } = formProblems(error, profileFields);
      fields.forEach(({ field, reason }, index) =>
        setError(field, { message: t(`profile.${field}.${reason}`) }, { shouldFocus: index === 0 }),
      );
      if (whole !== undefined) setError('root', { message: problemText(whole) });
    }
  });

  return (
    <SettingsSection title={t('profile.title')} backTo={backTo}>
      <form noValidate className="flex flex-col gap-5" onSubmit={(event) => void save(event)}>
        <div className="flex items-center gap-4">
          <Avatar id={me.user_id} name={me.display_name} src={me.avatar_url} size={72} />
          <div className="min-w-0">
            <p className="truncate text-lg font-semibold">{me.display_name}</p>
            <p className="truncate text-ink-faint">@{me.username}</p>
          </div>
        </div>
        {errors.root && (
          <Notice tone="danger">
            <p role="alert">{errors.root.message}</p>
          </Notice>
        )}
        <Field
          label={t('profile.display_name.label')}
          hint={t('profile.display_name.hint')}
          error={errors.display_name?.message}
        >
          {(control) => (
            <TextInput
              {...control}
              autoComplete="name"
              maxLength={64}
              {...register('display_name', {
                validate: (name) => name.trim() !== '' || t('profile.display_name.missing'),
              })}
            />
          )}
        </Field>
        <Field
          label={t('profile.status_text.label')}
          hint={t('profile.status_text.hint')}
          error={errors.status_text?.message}
        >
          {(control) => <TextInput {...control} maxLength={140} {...register('status_text')} />}
        </Field>
        <Field label={t('profile.bio.label')} error={errors.bio?.message}>
          {(control) => <TextArea {...control} maxLength={500} {...register('bio')} />}
        </Field>
        <fieldset className="mt-2 flex flex-col gap-5 border-t border-line pt-6">
          <legend className="sr-only">{t('profile.private')}</legend>
          <p className="-mb-1 text-ink-soft">{t('profile.private')}</p>
          <Field label={t('profile.phone.label')} error={errors.phone?.message}>
            {(control) => (
              <TextInput
                {...control}
                type="tel"
                autoComplete="tel"
                {...register('phone', {
                  validate: (text) =>
                    text.trim() === '' || isPhone(text.trim()) || t('profile.phone.invalid'),
                })}
              />
            )}
          </Field>
        </fieldset>
        <div className="flex items-center gap-4">
          <Button type="submit" busy={isSubmitting} disabled={!isDirty && !isSubmitting}>
            {t('profile.save')}
          </Button>
          <p role="status" className="text-sm text-success-ink">
            {saved && !isDirty && t('profile.saved')}
          </p>
        </div>
      </form>
    </SettingsSection>
  );
}
