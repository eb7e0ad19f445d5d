import { ProblemError, type SecondFactorSetup } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { PasswordInput } from '@/ui/PasswordInput';
import { StepButtons } from './StepButtons';

export interface PasswordStepProps {
  readonly onDone: (setup: SecondFactorSetup) => void;
  readonly onCancel: () => void;
}

/** Asks for the password, and the server for a secret. */
export function PasswordStep({ onDone, onCancel }: PasswordStepProps) {
  const { t } = useTranslation(['security', 'auth']);
  const client = useClient();
  const problemText = useProblemText();
  const { register, handleSubmit, setError, formState } = useForm<{ password: string }>({
    defaultValues: { password: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting } = formState;

  const begin = handleSubmit(async ({ password }) => {
    try {
      onDone(await client.api.auth.beginSecondFactor({ password }));
    } catch (error) {
      const wrong = error instanceof ProblemError && error.code === 'invalid_credentials';
      const message = wrong ? t('second_factor.password.wrong') : problemText(error);
      setError('password', { message }, { shouldFocus: true });
    }
  });

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void begin(event)}>
      <p role="status">{t('second_factor.password.text')}</p>
      <Field label={t('second_factor.password.label')} error={errors.password?.message}>
        {(control) => (
          <PasswordInput
            {...control}
            showLabel={t('auth:password.show')}
            hideLabel={t('auth:password.hide')}
            autoComplete="current-password"
            // The step that was asked for.
            // eslint-disable-next-line jsx-a11y-x/no-autofocus
            autoFocus
            {...register('password', { required: t('second_factor.password.missing') })}
          />
        )}
      </Field>
      <StepButtons onCancel={onCancel}>
        <Button type="submit" busy={isSubmitting}>
          {t('second_factor.next')}
        </Button>
      </StepButtons>
    </form>
  );
}
