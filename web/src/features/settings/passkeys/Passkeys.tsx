import { useState } from 'react';
import type { Passkey } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { makePasskey, passkeysWork, proofOf } from '@/client/passkeys';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Skeleton } from '@/ui/Skeleton';
import { PasskeyForm, type PasskeyAnswers } from './PasskeyForm';
import { PasskeyRow } from './PasskeyRow';
import { usePasskeys } from './usePasskeys';

type Step =
  | { readonly name: 'look'; readonly done?: 'add' | 'rename' | 'remove' }
  | { readonly name: 'add' }
  | { readonly name: 'rename' | 'remove'; readonly passkey: Passkey };

/** The keys on devices of one's own that open the account. */
export function Passkeys() {
  const { t } = useTranslation(['passkeys', 'security']);
  const { passkeys } = useClient().api;
  const problemText = useProblemText();
  const { data, error, refetch } = usePasskeys();
  const [step, setStep] = useState<Step>({ name: 'look' });

  const act = async ({ name, password }: PasskeyAnswers) => {
    if (step.name === 'look') return;
    const proof = proofOf(password);
    if (step.name === 'add') {
      await passkeys.add(name.trim(), await makePasskey(await passkeys.begin(proof)));
    } else if (step.name === 'rename') {
      await passkeys.rename(step.passkey.passkey_id, name.trim());
    } else {
      await passkeys.remove(step.passkey.passkey_id, proof);
    }
    await refetch();
    setStep({ name: 'look', done: step.name });
  };

  return (
    <section>
      <h2 className="mb-1 font-semibold">{t('title')}</h2>
      <p className="mb-5 text-ink-soft">{t('text')}</p>
      {data === undefined && error === null && <Skeleton className="h-16 w-full" />}
      {data === undefined && error !== null && (
        <Notice tone="danger" className="flex flex-wrap items-center justify-between gap-3">
          <p role="alert">{problemText(error)}</p>
          <Button variant="secondary" onClick={() => void refetch()}>
            {t('security:retry')}
          </Button>
        </Notice>
      )}
      {step.name === 'look' && data && (
        <>
          {data.length > 0 && (
            <ul aria-label={t('title')} className="mb-5 divide-y divide-line border-y border-line">
              {data.map((passkey) => (
                <li key={passkey.passkey_id}>
                  <PasskeyRow
                    passkey={passkey}
                    onRename={() => setStep({ name: 'rename', passkey })}
                    onRemove={() => setStep({ name: 'remove', passkey })}
                  />
                </li>
              ))}
            </ul>
          )}
          {passkeysWork() ? (
            <Button onClick={() => setStep({ name: 'add' })}>{t('add.open')}</Button>
          ) : (
            <p className="text-sm text-ink-faint">{t('impossible')}</p>
          )}
        </>
      )}
      {step.name !== 'look' && (
        <PasskeyForm
          what={step.name}
          name={step.name === 'add' ? '' : step.passkey.name}
          onSubmit={act}
          onCancel={() => setStep({ name: 'look' })}
        />
      )}
      <p role="status" className="mt-4 text-sm text-success-ink empty:hidden">
        {step.name === 'look' && step.done && t(`${step.done}.done`)}
      </p>
    </section>
  );
}
