import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { CloseAccountForm } from './CloseAccountForm';

/** For now, or for good. */
export type Closing = 'deactivate' | 'erase';

/** What closing the account does, and the way to it. */
export function CloseAccount({ kind }: { kind: Closing }) {
  const { t } = useTranslation('data');
  const [open, setOpen] = useState(false);
  return (
    <section>
      <h2 className="mb-1 font-semibold">{t(`${kind}.title`)}</h2>
      <p className="mb-4 text-ink-soft">{t(`${kind}.text`)}</p>
      {kind === 'erase' && <p className="mb-4 text-ink-soft">{t('erase.messages')}</p>}
      {open ? (
        <CloseAccountForm kind={kind} onCancel={() => setOpen(false)} />
      ) : (
        <Button variant="secondary" onClick={() => setOpen(true)}>
          {t(`${kind}.action`)}
        </Button>
      )}
    </section>
  );
}
