import { useState } from 'react';
import { ProblemError, type Credentials } from '@tingting/sdk';
import { useClient } from '@/client/useClient';
import { ClosedStep } from './ClosedStep';
import { CodeStep } from './CodeStep';
import { PasswordStep } from './PasswordStep';

/** What is asked for, and what was shown before. */
type Step =
  { readonly name: 'password' } | { readonly name: 'code' | 'closed'; readonly shown: Credentials };

/**
 * Signing in: with name and password, with a code where the account asks for one, and past a
 * question where its owner has closed it.
 */
export function SignInForm() {
  const client = useClient();
  const [step, setStep] = useState<Step>({ name: 'password' });
  const back = () => setStep({ name: 'password' });

  const enter = async (credentials: Credentials) => {
    try {
      await client.login(credentials);
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : undefined;
      if (code === 'otp_required') setStep({ name: 'code', shown: credentials });
      else if (code === 'account_closed') setStep({ name: 'closed', shown: credentials });
      else throw error;
    }
  };

  if (step.name === 'password') return <PasswordStep onCredentials={enter} />;
  const { login, password } = step.shown;
  if (step.name === 'code') {
    return <CodeStep onCode={(otp) => enter({ ...step.shown, otp })} onBack={back} />;
  }
  // A code is good once: where there is one, the next is asked for.
  return <ClosedStep onReopen={() => enter({ login, password, reopen: true })} onBack={back} />;
}
