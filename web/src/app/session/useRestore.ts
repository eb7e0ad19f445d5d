import { useCallback, useEffect, useState } from 'react';
import { useClient } from '@/client/useClient';
import { useSession } from '@/client/useSession';

/**
 * Signs in again from the refresh cookie, at once when mounted. While the server is out of reach it
 * tries again after 1, 2, 4 … at most 10 seconds, or now with `retry`.
 */
export function useRestore(): { readonly failures: number; readonly retry: () => void } {
  const client = useClient();
  const unknown = useSession().status === 'unknown';
  const [failures, setFailures] = useState(0);

  const attempt = useCallback(() => {
    client.restore().catch(() => setFailures((count) => count + 1));
  }, [client]);

  useEffect(() => {
    if (!unknown) return undefined;
    const wait = failures === 0 ? 0 : Math.min(1000 * 2 ** (failures - 1), 10_000);
    const timer = setTimeout(attempt, wait);
    return () => clearTimeout(timer);
  }, [attempt, failures, unknown]);

  return { failures, retry: attempt };
}
