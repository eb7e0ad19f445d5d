import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { TextInput } from '@/ui/TextInput';
import { contactOf } from './contactOf';

export interface ForgotPasswordFormProps {
  /** Called when a code was asked for: whether there is an account, nobody is told. */
  readonly onSent: (contact: string) => void;
}

export function ForgotPasswordForm({ onSent }: ForgotPasswordFormProps) {
  const { t } = useTranslation('auth');
  const client = useClient();
  const problemText = useProblemText();
  const { register, handleSubmit, setError, formState } = useForm<{ contact: string }>({
    defaultValues: { contact: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting } = formState;

  const send = handleSubmit(async ({ contact }) => {
    const typed = contact.trim();
    try {
      const known = contactOf(typed);
      if (known) await client.api.auth.forgotPassword(known);
      onSent(typed);
    } catch (error) {
      setError('root', { message: problemText(error) });
    }
  });

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void send(event)}>
      {errors.root && (
        <Notice tone="danger">
          <p role="alert">{errors.root.message}</p>
        </Notice>
      )}
      <Field label={t('forgot.contact')} error={errors.contact?.message}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="username"
            autoCapitalize="none"
            inputMode="email"
            spellCheck={false}
            {...register('contact', {
              validate: (text) => contactOf(text.trim()) !== null || t('forgot.invalid'),
            })}
          />
        )}
      </Field>
      <Button type="submit" size="lg" busy={isSubmitting} className="mt-1">
        {t('forgot.action')}
      </Button>
    </form>
  );
}
