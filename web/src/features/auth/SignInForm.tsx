import { useState } from 'react';
import { ProblemError, type Credentials } from '@tingting/sdk';
import { useClient } from '@/client/useClient';
import { CodeStep } from './CodeStep';
import { PasswordStep } from './PasswordStep';

/** Signing in: with name and password, and with a code where the account asks for one. */
export function SignInForm() {
  const client = useClient();
  const [shown, setShown] = useState<Credentials | null>(null);

  const enter = async (credentials: Credentials) => {
    try {
      await client.login(credentials);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'otp_required') throw error;
      setShown(credentials);
    }
  };

  if (!shown) return <PasswordStep onCredentials={enter} />;
  return <CodeStep onCode={(otp) => enter({ ...shown, otp })} onBack={() => setShown(null)} />;
}
