import type { Credentials } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { PasswordInput } from '@/ui/PasswordInput';
import { TextInput } from '@/ui/TextInput';

interface SignIn {
  login: string;
  password: string;
}

/** The first step of signing in. */
export function PasswordStep({
  onCredentials,
}: {
  /** Signs in; rejects with what kept it from succeeding. */
  readonly onCredentials: (credentials: Credentials) => Promise<void>;
}) {
  const { t } = useTranslation('auth');
  const problemText = useProblemText();
  const { register, handleSubmit, setError, setFocus, formState } = useForm<SignIn>({
    defaultValues: { login: '', password: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting } = formState;

  const signIn = handleSubmit(async ({ login, password }) => {
    try {
      await onCredentials({ login: login.trim(), password });
    } catch (error) {
      setError('root', { message: problemText(error) });
      setFocus('password', { shouldSelect: true });
    }
  });

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void signIn(event)}>
      {errors.root && (
        <Notice tone="danger">
          <p role="alert">{errors.root.message}</p>
        </Notice>
      )}
      <Field label={t('login.label')} error={errors.login?.message}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="username webauthn"
            autoCapitalize="none"
            spellCheck={false}
            {...register('login', {
              validate: (text) => text.trim() !== '' || t('login.missing'),
            })}
          />
        )}
      </Field>
      <Field label={t('password.label')} error={errors.password?.message}>
        {(control) => (
          <PasswordInput
            {...control}
            showLabel={t('password.show')}
            hideLabel={t('password.hide')}
            autoComplete="current-password"
            {...register('password', { required: t('password.missing') })}
          />
        )}
      </Field>
      <Button type="submit" size="lg" busy={isSubmitting} className="mt-1">
        {t('sign_in.action')}
      </Button>
    </form>
  );
}
