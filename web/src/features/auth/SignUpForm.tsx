import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  isEmail,
  isPasswordLongEnough,
  isPasswordTooLong,
  isUsername,
} from '@/client/accountRules';
import { formProblems } from '@/client/formProblems';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { PasswordInput } from '@/ui/PasswordInput';
import { TextInput } from '@/ui/TextInput';

interface SignUp {
  display_name: string;
  username: string;
  email: string;
  password: string;
}

const order = ['display_name', 'username', 'email', 'password'] as const;

export function SignUpForm() {
  const { t } = useTranslation('auth');
  const client = useClient();
  const problemText = useProblemText();
  const { register, handleSubmit, setError, formState } = useForm<SignUp>({
    defaultValues: { display_name: '', username: '', email: '', password: '' },
    reValidateMode: 'onBlur',
  });
  const { errors, isSubmitting } = formState;

  const signUp = handleSubmit(async ({ display_name, username, email, password }) => {
    try {
      await client.register({
        username: username.trim(),
        password,
        ...(display_name.trim() !== '' && { display_name: display_name.trim() }),
        ...(email.trim() !== '' && { email: email.trim() }),
      });
    } catch (error) {
      const { fields, whole } = formProblems(error, order);
      fields.forEach(({ field, reason }, index) =>
        setError(
          field,
          { message: reason === 'taken' ? t(`${field}.taken`) : t(`${field}.invalid`) },
          { shouldFocus: index === 0 },
        ),
      );
      if (whole !== undefined) setError('root', { message: problemText(whole) });
    }
  });

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void signUp(event)}>
      {errors.root && (
        <Notice tone="danger">
          <p role="alert">{errors.root.message}</p>
        </Notice>
      )}
      <Field
        label={t('display_name.label')}
        note={t('optional')}
        error={errors.display_name?.message}
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="name"
            {...register('display_name', {
              maxLength: { value: 64, message: t('display_name.invalid') },
            })}
          />
        )}
      </Field>
      <Field label={t('username.label')} hint={t('username.hint')} error={errors.username?.message}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...register('username', {
              validate: (text) => isUsername(text.trim()) || t('username.invalid'),
            })}
          />
        )}
      </Field>
      <Field label={t('email.label')} note={t('optional')} error={errors.email?.message}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            autoComplete="email"
            {...register('email', {
              validate: (text) => text.trim() === '' || isEmail(text.trim()) || t('email.invalid'),
            })}
          />
        )}
      </Field>
      <Field label={t('password.label')} hint={t('password.hint')} error={errors.password?.message}>
        {(control) => (
          <PasswordInput
            {...control}
            showLabel={t('password.show')}
            hideLabel={t('password.hide')}
            autoComplete="new-password"
            {...register('password', {
              validate: {
                short: (text) => isPasswordLongEnough(text) || t('password.short'),
                long: (text) => !isPasswordTooLong(text) || t('password.long'),
              },
            })}
          />
        )}
      </Field>
      <Button type="submit" size="lg" busy={isSubmitting} className="mt-1">
        {t('sign_up.action')}
      </Button>
    </form>
  );
}
