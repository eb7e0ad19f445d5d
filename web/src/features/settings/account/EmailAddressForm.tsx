import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { isEmail } from '@/client/accountRules';
import { formProblems } from '@/client/formProblems';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { TextInput } from '@/ui/TextInput';

export interface EmailAddressFormProps {
  /** A code is on its way to this address. */
  readonly onSent: (email: string) => void;
  readonly onCancel: () => void;
}

export function EmailAddressForm({ onSent, onCancel }: EmailAddressFormProps) {
  const { t } = useTranslation('settings');
  const client = useClient();
  const problemText = useProblemText();
  const { register, handleSubmit, setError, formState } = useForm<{ email: string }>({
    defaultValues: { email: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting } = formState;

  const send = handleSubmit(async ({ email }) => {
    try {
      await client.api.users.askForEmail(email.trim());
      onSent(email.trim());
    } catch (error) {
      const { whole } = formProblems(error, ['email']);
      const message = whole === undefined ? t('account.email.invalid') : problemText(whole);
      setError('email', { message }, { shouldFocus: true });
    }
  });

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void send(event)}>
      <Field label={t('account.email.address')} error={errors.email?.message}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            autoComplete="email"
            // It takes the place of the button that was pressed.
            // eslint-disable-next-line jsx-a11y-x/no-autofocus
            autoFocus
            {...register('email', {
              validate: (text) => isEmail(text.trim()) || t('account.email.invalid'),
            })}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={isSubmitting}>
          {t('account.email.send')}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
