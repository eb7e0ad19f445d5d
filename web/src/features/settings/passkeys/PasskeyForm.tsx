import { ProblemError } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { isKnownHere, wasCancelled } from '@/client/passkeys';
import { useMe } from '@/client/useMe';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { PasswordInput } from '@/ui/PasswordInput';
import { TextInput } from '@/ui/TextInput';
import { StepButtons } from '../security/StepButtons';

export interface PasskeyAnswers {
  readonly name: string;
  /** Empty where none was asked for. */
  readonly password: string;
}

export interface PasskeyFormProps {
  readonly what: 'add' | 'rename' | 'remove';
  /** What it is called now. */
  readonly name: string;
  /** Rejects with what kept it from being done. */
  readonly onSubmit: (answers: PasskeyAnswers) => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks what it takes to add, rename or remove a passkey. */
export function PasskeyForm({ what, name, onSubmit, onCancel }: PasskeyFormProps) {
  const { t } = useTranslation(['passkeys', 'security', 'auth']);
  const problemText = useProblemText();
  const { has_password } = useMe();
  const asksPassword = has_password && what !== 'rename';
  const { register, handleSubmit, setError, formState } = useForm<PasskeyAnswers>({
    defaultValues: { name, password: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting } = formState;

  const textOf = (error: unknown) => {
    if (wasCancelled(error)) return t('add.cancelled');
    if (isKnownHere(error)) return t('add.known');
    const code = error instanceof ProblemError ? error.code : undefined;
    if (code === 'conflict') return t(what === 'remove' ? 'remove.last' : 'add.conflict');
    if (code === 'invalid_request' && !has_password) return t('security:second_factor.fresh.stale');
    return problemText(error);
  };

  const submit = handleSubmit(async (answers) => {
    try {
      await onSubmit(answers);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'invalid_credentials') {
        const message = t('security:second_factor.password.wrong');
        setError('password', { message }, { shouldFocus: true });
      } else {
        setError('root', { message: textOf(error) });
      }
    }
  });

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <div>
        <h3 className="font-medium">{t(`${what}.title`, { name })}</h3>
        <p className="mt-1 text-ink-soft">{t(`${what}.text`)}</p>
      </div>
      {errors.root && (
        <p role="alert" className="text-sm text-danger-ink">
          {errors.root.message}
        </p>
      )}
      {what !== 'remove' && (
        <Field label={t('name.label')} error={errors.name?.message}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={64}
              autoComplete="off"
              // The step that was asked for.
              // eslint-disable-next-line jsx-a11y-x/no-autofocus
              autoFocus
              {...register('name', {
                validate: (text) => text.trim() !== '' || t('name.missing'),
              })}
            />
          )}
        </Field>
      )}
      {asksPassword && (
        <Field label={t('security:second_factor.password.label')} error={errors.password?.message}>
          {(control) => (
            <PasswordInput
              {...control}
              showLabel={t('auth:password.show')}
              hideLabel={t('auth:password.hide')}
              autoComplete="current-password"
              {...register('password', {
                required: t('security:second_factor.password.missing'),
              })}
            />
          )}
        </Field>
      )}
      <StepButtons onCancel={onCancel}>
        <Button
          type="submit"
          variant={what === 'remove' ? 'danger' : 'primary'}
          busy={isSubmitting}
        >
          {t(`${what}.action`)}
        </Button>
      </StepButtons>
    </form>
  );
}
