import { useState } from 'react';
import { ProblemError } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { PasswordInput } from '@/ui/PasswordInput';
import { TextInput } from '@/ui/TextInput';

interface SignIn {
  login: string;
  password: string;
  otp: string;
}

export function SignInForm() {
  const { t } = useTranslation('auth');
  const client = useClient();
  const problemText = useProblemText();
  const [needsCode, setNeedsCode] = useState(false);
  const { register, handleSubmit, setError, setFocus, formState } = useForm<SignIn>({
    defaultValues: { login: '', password: '', otp: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting } = formState;

  const signIn = handleSubmit(async ({ login, password, otp }) => {
    try {
      await client.login({
        login: login.trim(),
        password,
        ...(needsCode && { otp: otp.trim() }),
      });
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'otp_required') {
        setNeedsCode(true);
        return;
      }
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
            autoComplete="username"
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
      {needsCode && (
        <Field label={t('otp.label')} hint={t('otp.hint')} error={errors.otp?.message}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              autoComplete="one-time-code"
              // The step that follows the password: the code is what is asked for now.
              // eslint-disable-next-line jsx-a11y-x/no-autofocus
              autoFocus
              {...register('otp', { required: t('otp.missing') })}
            />
          )}
        </Field>
      )}
      <Button type="submit" size="lg" busy={isSubmitting} className="mt-1">
        {t('sign_in.action')}
      </Button>
    </form>
  );
}
