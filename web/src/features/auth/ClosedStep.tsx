import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';

export interface ClosedStepProps {
  /** Signs in and opens the account again; rejects with what kept it from succeeding. */
  readonly onReopen: () => Promise<void>;
  readonly onBack: () => void;
}

/** Before the way back into an account that its owner has closed: nobody opens one by habit. */
export function ClosedStep({ onReopen, onBack }: ClosedStepProps) {
  const { t } = useTranslation('auth');
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const reopen = async () => {
    setBusy(true);
    try {
      await onReopen();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warning">
        <p role="alert">{t('closed.text')}</p>
      </Notice>
      {error !== undefined && (
        <Notice tone="danger">
          <p role="alert">{problemText(error)}</p>
        </Notice>
      )}
      <Button size="lg" busy={busy} onClick={() => void reopen()}>
        {t('closed.action')}
      </Button>
      <Button variant="secondary" onClick={onBack}>
        {t('closed.back')}
      </Button>
    </div>
  );
}
