import { useCallback, useEffect, useRef, useState } from 'react';
import { ProblemError } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { passkeysAreOffered, signWithPasskey, wasCancelled } from '@/client/passkeys';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';

/**
 * Signs in with a passkey: at a press, and with one that is chosen among the names that the browser
 * fills in. A browser does one of the two at a time.
 */
export function usePasskeySignIn() {
  const { t } = useTranslation('passkeys');
  const client = useClient();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const running = useRef<AbortController>(undefined);

  const run = useCallback(
    async (mediation: CredentialMediationRequirement) => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      const options = await client.api.passkeys.beginSignIn({ signal });
      const credential = await signWithPasskey(options, { mediation, signal });
      await client.signInWithPasskey(credential);
    },
    [client],
  );

  const textOf = (error: unknown) => {
    if (wasCancelled(error)) return t('sign_in.cancelled');
    const unknown = error instanceof ProblemError && error.code === 'invalid_credentials';
    return unknown ? t('sign_in.unknown') : problemText(error);
  };

  const offer = async () => {
    try {
      if (await passkeysAreOffered()) await run('conditional');
    } catch (error) {
      if (error instanceof ProblemError) setProblem(textOf(error));
    }
  };

  const signIn = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await run('optional');
    } catch (error) {
      setProblem(textOf(error));
      void offer();
    } finally {
      setBusy(false);
    }
  };

  useEffect(() => {
    void offer();
    return () => running.current?.abort();
    // Once: an offer stands until one leaves.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return { busy, problem, signIn };
}
