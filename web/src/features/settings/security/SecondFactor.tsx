import { useState } from 'react';
import type { SecondFactorSetup } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/client/useMe';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Skeleton } from '@/ui/Skeleton';
import { AppStep } from './AppStep';
import { CodesStep } from './CodesStep';
import { FreshStep } from './FreshStep';
import { PasswordStep } from './PasswordStep';
import { SecondFactorIs } from './SecondFactorIs';
import { SwitchOffForm } from './SwitchOffForm';
import { useSecondFactor } from './useSecondFactor';

/** The recovery codes come before the app: so nobody has it switched on without them. */
type Step =
  | { readonly name: 'look'; readonly done?: 'on' | 'off' }
  | { readonly name: 'prove' | 'switch_off' }
  | { readonly name: 'codes' | 'app'; readonly setup: SecondFactorSetup };

/** Two-step verification: how it is, and the steps of switching it on and off. */
export function SecondFactor() {
  const { t } = useTranslation('security');
  const problemText = useProblemText();
  const query = useSecondFactor();
  const ProofStep = useMe().has_password ? PasswordStep : FreshStep;
  const [step, setStep] = useState<Step>({ name: 'look' });
  const look = () => setStep({ name: 'look' });
  const changed = (done: 'on' | 'off') => {
    void query.refetch();
    setStep({ name: 'look', done });
  };
  return (
    <section>
      <h2 className="mb-1 font-semibold">{t('second_factor.title')}</h2>
      <p className="mb-5 text-ink-soft">{t('second_factor.text')}</p>
      {step.name === 'look' && query.isPending && <Skeleton className="h-9 w-40" />}
      {step.name === 'look' && query.isError && (
        <Notice tone="danger" className="flex flex-wrap items-center justify-between gap-3">
          <p role="alert">{problemText(query.error)}</p>
          <Button variant="secondary" onClick={() => void query.refetch()}>
            {t('retry')}
          </Button>
        </Notice>
      )}
      {step.name === 'look' && query.data && (
        <SecondFactorIs
          state={query.data}
          onSetUp={() => setStep({ name: 'prove' })}
          onSwitchOff={() => setStep({ name: 'switch_off' })}
        />
      )}
      {step.name === 'prove' && (
        <ProofStep onDone={(setup) => setStep({ name: 'codes', setup })} onCancel={look} />
      )}
      {step.name === 'codes' && (
        <CodesStep
          codes={step.setup.recovery_codes}
          onDone={() => setStep({ name: 'app', setup: step.setup })}
          onCancel={look}
        />
      )}
      {step.name === 'app' && (
        <AppStep setup={step.setup} onDone={() => changed('on')} onCancel={look} />
      )}
      {step.name === 'switch_off' && (
        <SwitchOffForm onDone={() => changed('off')} onCancel={look} />
      )}
      <p role="status" className="mt-4 text-sm text-success-ink empty:hidden">
        {step.name === 'look' && step.done === 'on' && t('second_factor.done')}
        {step.name === 'look' && step.done === 'off' && t('second_factor.switch_off.done')}
      </p>
    </section>
  );
}
