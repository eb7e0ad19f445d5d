import { useState } from 'react';
import { ProblemError, type SecondFactorSetup } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { StepButtons } from './StepButtons';

export interface FreshStepProps {
  readonly onDone: (setup: SecondFactorSetup) => void;
  readonly onCancel: () => void;
}

/** For who has no password: having signed in a moment ago takes its place. */
export function FreshStep({ onDone, onCancel }: FreshStepProps) {
  const { t } = useTranslation('security');
  const client = useClient();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();

  const begin = async () => {
    setBusy(true);
    try {
      onDone(await client.api.auth.beginSecondFactor());
    } catch (error) {
      const stale = error instanceof ProblemError && error.code === 'invalid_request';
      setRefused(stale ? t('second_factor.fresh.stale') : problemText(error));
      setBusy(false);
    }
  };

  return (
    <div className="flex flex-col gap-4">
      <p role="status">{t('second_factor.fresh.text')}</p>
      {refused !== undefined && (
        <p role="alert" className="text-sm text-danger-ink">
          {refused}
        </p>
      )}
      <StepButtons onCancel={onCancel}>
        <Button busy={busy} onClick={() => void begin()}>
          {t('second_factor.next')}
        </Button>
      </StepButtons>
    </div>
  );
}
