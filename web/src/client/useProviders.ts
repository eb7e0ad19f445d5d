import { useEffect, useState } from 'react';
import type { Provider } from '@tingting/sdk';
import { useClient } from './useClient';

/** With whom one can sign in here, for guests too; nobody until it is known, and while it cannot be. */
export function useProviders(): readonly Provider[] {
  const client = useClient();
  const [providers, setProviders] = useState<readonly Provider[]>([]);
  useEffect(() => {
    const left = new AbortController();
    client.api.oauth.providers({ signal: left.signal }).then(
      ({ items }) => setProviders(items),
      () => undefined, // There is a form beside it, which tells when the server cannot be reached.
    );
    return () => left.abort();
  }, [client]);
  return providers;
}
