import { useState } from 'react';
import { ProblemError } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { isPasswordLongEnough, isPasswordTooLong } from '@/client/accountRules';
import { formProblems } from '@/client/formProblems';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { PasswordInput } from '@/ui/PasswordInput';

interface Change {
  old_password: string;
  new_password: string;
}

/** Changing one's password; the other devices are signed out by it. */
export function PasswordForm() {
  const { t } = useTranslation(['settings', 'auth']);
  const client = useClient();
  const problemText = useProblemText();
  const [done, setDone] = useState(false);
  const { register, handleSubmit, setError, reset, formState } = useForm<Change>({
    defaultValues: { old_password: '', new_password: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting, isDirty } = formState;

  const refuse = (field: keyof Change, message: string) =>
    setError(field, { message }, { shouldFocus: true });
  const refused = (error: unknown) => {
    const { whole } = formProblems(error, ['new_password']);
    if (error instanceof ProblemError && error.code === 'invalid_credentials') {
      refuse('old_password', t('account.password.wrong'));
    } else if (whole === undefined) {
      refuse('new_password', t('auth:password.invalid'));
    } else {
      setError('root', { message: problemText(whole) });
    }
  };
  const change = handleSubmit(async ({ old_password, new_password }) => {
    setDone(false);
    try {
      await client.api.auth.changePassword(old_password, new_password);
      reset();
      setDone(true);
    } catch (error) {
      refused(error);
    }
  });
  const eye = { showLabel: t('auth:password.show'), hideLabel: t('auth:password.hide') };

  return (
    <section>
      <h2 className="mb-4 font-semibold">{t('account.password.title')}</h2>
      <form noValidate className="flex flex-col gap-5" onSubmit={(event) => void change(event)}>
        {errors.root && (
          <Notice tone="danger">
            <p role="alert">{errors.root.message}</p>
          </Notice>
        )}
        <Field label={t('account.password.old')} error={errors.old_password?.message}>
          {(control) => (
            <PasswordInput
              {...control}
              {...eye}
              autoComplete="current-password"
              {...register('old_password', { required: t('account.password.missing') })}
            />
          )}
        </Field>
        <Field
          label={t('account.password.new')}
          hint={t('auth:password.hint')}
          error={errors.new_password?.message}
        >
          {(control) => (
            <PasswordInput
              {...control}
              {...eye}
              autoComplete="new-password"
              {...register('new_password', {
                validate: {
                  short: (text) => isPasswordLongEnough(text) || t('auth:password.short'),
                  long: (text) => !isPasswordTooLong(text) || t('auth:password.long'),
                },
              })}
            />
          )}
        </Field>
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" busy={isSubmitting}>
            {t('account.password.change')}
          </Button>
          <p role="status" className="text-sm text-success-ink">
            {done && !isDirty && t('account.password.done')}
          </p>
        </div>
      </form>
    </section>
  );
}
