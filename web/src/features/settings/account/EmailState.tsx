import { useState } from 'react';
import type { Me } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { RemoveEmail } from './RemoveEmail';

export interface EmailStateProps {
  readonly me: Me;
  /** A code is on its way to this address. */
  readonly onSent: (email: string) => void;
  readonly onChange: () => void;
}

/** The address one has, and what can be done about it. */
export function EmailState({ me, onSent, onChange }: EmailStateProps) {
  const { t } = useTranslation('settings');
  const client = useClient();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { email } = me;

  if (email === null) {
    return (
      <Button variant="secondary" onClick={onChange}>
        {t('account.email.add')}
      </Button>
    );
  }

  const confirmed = me.email_verified_at !== null;
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await client.api.users.askForEmail(email);
      onSent(email);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <>
      <p className="font-medium break-all">{email}</p>
      <p className={`text-sm ${confirmed ? 'text-success-ink' : 'text-warning-ink'}`}>
        {confirmed ? t('account.email.confirmed') : t('account.email.unconfirmed')}
      </p>
      {error !== undefined && (
        <p role="alert" className="mt-2 text-sm text-danger-ink">
          {problemText(error)}
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        {!confirmed && (
          <Button busy={busy} onClick={() => void send()}>
            {t('account.email.confirm')}
          </Button>
        )}
        <Button variant="secondary" onClick={onChange}>
          {t('account.email.change')}
        </Button>
        <RemoveEmail />
      </div>
    </>
  );
}
