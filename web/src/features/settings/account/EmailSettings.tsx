import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/client/useMe';
import { EmailAddressForm } from './EmailAddressForm';
import { EmailCodeForm } from './EmailCodeForm';
import { EmailState } from './EmailState';

/** Where one is: looking at the address, typing a new one, or typing the code that was sent there. */
type Step = { name: 'look'; done: boolean } | { name: 'type' } | { name: 'confirm'; email: string };

/** One's e-mail address: a new one takes effect when a code has come back from there. */
export function EmailSettings() {
  const { t } = useTranslation('settings');
  const me = useMe();
  const [step, setStep] = useState<Step>({ name: 'look', done: false });
  const look = () => setStep({ name: 'look', done: false });
  const confirm = (email: string) => setStep({ name: 'confirm', email });
  return (
    <section>
      <h2 className="mb-1 font-semibold">{t('account.email.title')}</h2>
      <p className="mb-4 text-ink-soft">
        {me.email === null ? t('account.email.none') : t('account.email.text')}
      </p>
      {step.name === 'look' && (
        <EmailState me={me} onSent={confirm} onChange={() => setStep({ name: 'type' })} />
      )}
      {step.name === 'type' && <EmailAddressForm onSent={confirm} onCancel={look} />}
      {step.name === 'confirm' && (
        <EmailCodeForm
          email={step.email}
          onDone={() => setStep({ name: 'look', done: true })}
          onCancel={look}
        />
      )}
      <p role="status" className="mt-3 text-sm text-success-ink empty:hidden">
        {step.name === 'look' && step.done && t('account.email.done')}
      </p>
    </section>
  );
}
