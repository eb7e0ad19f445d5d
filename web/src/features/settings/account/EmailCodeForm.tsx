import { ProblemError } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formProblems } from '@/client/formProblems';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { CodeInput } from '@/ui/CodeInput';
import { Field } from '@/ui/Field';

export interface EmailCodeFormProps {
  /** Where the code was sent. */
  readonly email: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function EmailCodeForm({ email, onDone, onCancel }: EmailCodeFormProps) {
  const { t } = useTranslation('settings');
  const client = useClient();
  const problemText = useProblemText();
  const { register, handleSubmit, setError, formState } = useForm<{ otp: string }>({
    defaultValues: { otp: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting } = formState;

  const told = (error: unknown): string => {
    if (error instanceof ProblemError && error.code === 'conflict') return t('account.email.taken');
    const { whole } = formProblems(error, ['otp']);
    return whole === undefined ? t('account.email.wrong') : problemText(whole);
  };
  const confirm = handleSubmit(async ({ otp }) => {
    try {
      await client.confirmEmail(email, otp.trim());
      onDone();
    } catch (error) {
      setError('otp', { message: told(error) }, { shouldFocus: true });
    }
  });

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void confirm(event)}>
      <p role="status">{t('account.email.sent', { email })}</p>
      <Field label={t('account.email.code')} error={errors.otp?.message}>
        {(control) => (
          <CodeInput
            {...control}
            // The step that follows the address.
            // eslint-disable-next-line jsx-a11y-x/no-autofocus
            autoFocus
            {...register('otp', {
              validate: (text) => text.trim() !== '' || t('account.email.wrong'),
            })}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={isSubmitting}>
          {t('account.email.confirm')}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
