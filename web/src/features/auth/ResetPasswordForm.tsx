import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { isPasswordLongEnough, isPasswordTooLong } from '@/client/accountRules';
import { formProblems } from '@/client/formProblems';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { CodeInput } from '@/ui/CodeInput';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { PasswordInput } from '@/ui/PasswordInput';
import { contactOf } from './contactOf';

interface Reset {
  otp: string;
  new_password: string;
}

export interface ResetPasswordFormProps {
  /** Where the code was sent. */
  readonly contact: string;
  readonly onDone: () => void;
}

export function ResetPasswordForm({ contact, onDone }: ResetPasswordFormProps) {
  const { t } = useTranslation('auth');
  const client = useClient();
  const problemText = useProblemText();
  const { register, handleSubmit, setError, formState } = useForm<Reset>({
    defaultValues: { otp: '', new_password: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting } = formState;

  const reset = handleSubmit(async ({ otp, new_password }) => {
    try {
      const known = contactOf(contact) ?? { email: contact };
      await client.api.auth.resetPassword(known, otp.trim(), new_password);
      onDone();
    } catch (error) {
      const { fields, whole } = formProblems(error, ['otp', 'new_password']);
      fields.forEach(({ field }, index) =>
        setError(
          field,
          { message: field === 'otp' ? t('reset.wrong') : t('password.invalid') },
          { shouldFocus: index === 0 },
        ),
      );
      if (whole !== undefined) setError('root', { message: problemText(whole) });
    }
  });

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void reset(event)}>
      {errors.root && (
        <Notice tone="danger">
          <p role="alert">{errors.root.message}</p>
        </Notice>
      )}
      <Field label={t('reset.code')} error={errors.otp?.message}>
        {(control) => (
          <CodeInput
            {...control}
            // The one thing one has come here with.
            // eslint-disable-next-line jsx-a11y-x/no-autofocus
            autoFocus
            {...register('otp', { validate: (text) => text.trim() !== '' || t('otp.missing') })}
          />
        )}
      </Field>
      <Field
        label={t('reset.password')}
        hint={t('password.hint')}
        error={errors.new_password?.message}
      >
        {(control) => (
          <PasswordInput
            {...control}
            showLabel={t('password.show')}
            hideLabel={t('password.hide')}
            autoComplete="new-password"
            {...register('new_password', {
              validate: {
                short: (text) => isPasswordLongEnough(text) || t('password.short'),
                long: (text) => !isPasswordTooLong(text) || t('password.long'),
              },
            })}
          />
        )}
      </Field>
      <Button type="submit" size="lg" busy={isSubmitting} className="mt-1">
        {t('reset.action')}
      </Button>
    </form>
  );
}
