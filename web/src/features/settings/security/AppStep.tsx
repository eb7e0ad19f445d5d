import { lazy, Suspense } from 'react';
import { Check, Copy } from 'lucide-react';
import type { SecondFactorSetup } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formProblems } from '@/client/formProblems';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { CodeInput } from '@/ui/CodeInput';
import { Field } from '@/ui/Field';
import { IconButton } from '@/ui/IconButton';
import { Skeleton } from '@/ui/Skeleton';
import { useCopy } from '@/ui/useCopy';
import { StepButtons } from './StepButtons';

const QrCode = lazy(() => import('./QrCode'));

export interface AppStepProps {
  readonly setup: SecondFactorSetup;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Gives the secret to an authenticator app; a code of it switches the second factor on. */
export function AppStep({ setup, onDone, onCancel }: AppStepProps) {
  const { t } = useTranslation('security');
  const client = useClient();
  const problemText = useProblemText();
  const { copied, copy } = useCopy(setup.secret);
  const { register, handleSubmit, setError, formState } = useForm<{ code: string }>({
    defaultValues: { code: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting } = formState;

  const confirm = handleSubmit(async ({ code }) => {
    try {
      await client.api.auth.confirmSecondFactor(code.trim());
      onDone();
    } catch (error) {
      const { whole } = formProblems(error, ['code']);
      const message = whole === undefined ? t('second_factor.app.wrong') : problemText(whole);
      setError('code', { message }, { shouldFocus: true });
    }
  });

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void confirm(event)}>
      <div>
        <h3 className="font-medium">{t('second_factor.app.step')}</h3>
        <p className="mt-1 text-ink-soft">{t('second_factor.app.text')}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Suspense fallback={<Skeleton className="size-[184px] rounded-md" />}>
          <QrCode text={setup.otpauth_url} label={t('second_factor.app.qr')} />
        </Suspense>
        <div className="min-w-52 flex-1">
          <p className="text-sm text-ink-soft">{t('second_factor.app.secret')}</p>
          <p className="mt-1 flex items-center gap-1">
            <code className="min-w-0 font-mono wrap-anywhere select-all">
              {setup.secret.replace(/(.{4})(?=.)/g, '$1 ')}
            </code>
            <IconButton label={copied ? t('copied') : t('second_factor.app.copy')} onClick={copy}>
              {copied ? <Check className="text-success-ink" /> : <Copy />}
            </IconButton>
          </p>
        </div>
      </div>
      <Field label={t('second_factor.app.code')} error={errors.code?.message}>
        {(control) => (
          <CodeInput
            {...control}
            // What the step ends with.
            // eslint-disable-next-line jsx-a11y-x/no-autofocus
            autoFocus
            {...register('code', {
              validate: (text) => text.trim() !== '' || t('second_factor.app.wrong'),
            })}
          />
        )}
      </Field>
      <StepButtons onCancel={onCancel}>
        <Button type="submit" busy={isSubmitting}>
          {t('second_factor.app.confirm')}
        </Button>
      </StepButtons>
    </form>
  );
}
