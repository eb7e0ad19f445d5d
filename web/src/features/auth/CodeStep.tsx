import { useState } from 'react';
import { ProblemError } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { CodeInput } from '@/ui/CodeInput';
import { Field } from '@/ui/Field';
import { TextInput } from '@/ui/TextInput';

export interface CodeStepProps {
  /** Signs in; rejects with `invalid_credentials` when the code is wrong. */
  readonly onCode: (otp: string) => Promise<void>;
  readonly onBack: () => void;
}

const link = 'touch-target text-accent-ink underline-offset-2 hover:underline';

/** The second step of signing in: a code of the authenticator app, or a recovery code. */
export function CodeStep({ onCode, onBack }: CodeStepProps) {
  const { t } = useTranslation('auth');
  const problemText = useProblemText();
  const [way, setWay] = useState<'app' | 'recovery'>('app');
  const recovery = way === 'recovery';
  const { register, handleSubmit, setError, reset, formState } = useForm<{ otp: string }>({
    defaultValues: { otp: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting } = formState;

  const enter = handleSubmit(async ({ otp }) => {
    try {
      await onCode(otp.trim());
    } catch (error) {
      const wrong = error instanceof ProblemError && error.code === 'invalid_credentials';
      const message = wrong ? t(`otp.${way}.wrong`) : problemText(error);
      setError('otp', { message }, { shouldFocus: true });
    }
  });
  const change = () => {
    setWay(recovery ? 'app' : 'recovery');
    reset();
  };
  const Input = recovery ? TextInput : CodeInput;

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void enter(event)}>
      <p role="status">{t(`otp.${way}.text`)}</p>
      <Field
        key={way}
        label={t(`otp.${way}.label`)}
        hint={t(`otp.${way}.hint`)}
        error={errors.otp?.message}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete={recovery ? 'off' : 'one-time-code'}
            autoCapitalize="none"
            spellCheck={false}
            // The step that follows the password: the code is what is asked for now.
            // eslint-disable-next-line jsx-a11y-x/no-autofocus
            autoFocus
            {...register('otp', { validate: (text) => text.trim() !== '' || t('otp.missing') })}
          />
        )}
      </Field>
      <Button type="submit" size="lg" busy={isSubmitting} className="mt-1">
        {t('sign_in.action')}
      </Button>
      <div className="flex flex-col items-center gap-3">
        <button type="button" className={link} onClick={change}>
          {t(recovery ? 'otp.use_app' : 'otp.use_recovery')}
        </button>
        <button type="button" className={link} onClick={onBack}>
          {t('otp.back')}
        </button>
      </div>
    </form>
  );
}
