import { useState } from 'react';
import { ProblemError } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { Field } from '@/ui/Field';
import { PasswordInput } from '@/ui/PasswordInput';
import { TextInput } from '@/ui/TextInput';
import { StepButtons } from './StepButtons';

export interface SwitchOffFormProps {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const ways = ['password', 'otp'] as const;
type Way = (typeof ways)[number];

/** Switches the second factor off, with the password or a code. */
export function SwitchOffForm({ onDone, onCancel }: SwitchOffFormProps) {
  const { t } = useTranslation(['security', 'auth']);
  const client = useClient();
  const problemText = useProblemText();
  const { has_password } = useMe();
  const [way, setWay] = useState<Way>(has_password ? 'password' : 'otp');
  const { register, handleSubmit, setError, formState } = useForm<Record<Way, string>>({
    defaultValues: { password: '', otp: '' },
    reValidateMode: 'onBlur',
    shouldUnregister: true,
  });
  const { errors, isSubmitting } = formState;

  const switchOff = handleSubmit(async ({ password, otp }) => {
    try {
      await client.api.auth.removeSecondFactor(way === 'otp' ? { otp } : { password });
      onDone();
    } catch (error) {
      const wrong = error instanceof ProblemError && error.code === 'invalid_credentials';
      const message = wrong ? t(`second_factor.${way}.wrong`) : problemText(error);
      setError(way, { message }, { shouldFocus: true });
    }
  });

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void switchOff(event)}>
      <div>
        <h3 className="font-medium">{t('second_factor.switch_off.title')}</h3>
        <p className="mt-1 text-ink-soft">
          {t(has_password ? 'second_factor.switch_off.text' : 'second_factor.switch_off.by_code')}
        </p>
      </div>
      {has_password && (
        <Choice
          label={t('second_factor.switch_off.title')}
          value={way}
          options={ways.map((value) => ({ value, label: t(`second_factor.by.${value}`) }))}
          onChange={setWay}
        />
      )}
      <Field key={way} label={t(`second_factor.${way}.label`)} error={errors[way]?.message}>
        {(control) =>
          way === 'password' ? (
            <PasswordInput
              {...control}
              showLabel={t('auth:password.show')}
              hideLabel={t('auth:password.hide')}
              autoComplete="current-password"
              {...register('password', { required: t('second_factor.password.missing') })}
            />
          ) : (
            <TextInput
              {...control}
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              {...register('otp', { required: t('second_factor.otp.missing') })}
            />
          )
        }
      </Field>
      <StepButtons onCancel={onCancel}>
        <Button type="submit" variant="danger" busy={isSubmitting}>
          {t('second_factor.switch_off.action')}
        </Button>
      </StepButtons>
    </form>
  );
}
