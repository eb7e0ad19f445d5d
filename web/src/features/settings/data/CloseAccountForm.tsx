import { useId, useState } from 'react';
import { ProblemError } from '@tingting/sdk';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { PasswordInput } from '@/ui/PasswordInput';
import { Switch } from '@/ui/Switch';
import type { Closing } from './CloseAccount';

export interface CloseAccountFormProps {
  readonly kind: Closing;
  readonly onCancel: () => void;
}

/** Asks for the password; the server then ends this session, and the gate leads away. */
export function CloseAccountForm({ kind, onCancel }: CloseAccountFormProps) {
  const { t } = useTranslation('data');
  const client = useClient();
  const problemText = useProblemText();
  const recallId = useId();
  const [recall, setRecall] = useState(false);
  const { register, handleSubmit, setError, formState } = useForm<{ password: string }>({
    defaultValues: { password: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting } = formState;

  const told = (error: unknown): string => {
    const code = error instanceof ProblemError ? error.code : undefined;
    if (code === 'invalid_credentials') return t('password.wrong');
    return code === 'conflict' ? t('only_admin') : problemText(error);
  };
  const close = handleSubmit(async ({ password }) => {
    const { ownData } = client.api;
    try {
      await (kind === 'erase'
        ? ownData.erase({ password, recall_messages: recall })
        : ownData.deactivate(password));
      await client.logout();
    } catch (error) {
      setError('password', { message: told(error) }, { shouldFocus: true });
    }
  });

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void close(event)}>
      {kind === 'erase' && (
        <div className="flex items-center justify-between gap-6">
          <div>
            <label htmlFor={recallId} className="font-medium">
              {t('erase.recall')}
            </label>
            <p className="text-sm text-ink-soft">{t('erase.recall_hint')}</p>
          </div>
          <Switch id={recallId} checked={recall} onChange={setRecall} />
        </div>
      )}
      <Field label={t('password.label')} error={errors.password?.message}>
        {(control) => (
          <PasswordInput
            {...control}
            showLabel={t('password.show')}
            hideLabel={t('password.hide')}
            autoComplete="current-password"
            // It takes the place of the button that was pressed.
            // eslint-disable-next-line jsx-a11y-x/no-autofocus
            autoFocus
            {...register('password', { required: t('password.missing') })}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="danger" busy={isSubmitting}>
          {t(`${kind}.confirm`)}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
