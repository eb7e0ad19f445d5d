import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '@/client/useClient';
import { useSession } from '@/client/useSession';
import { StartScreen } from './StartScreen';

/**
 * Signs in again from the refresh cookie before the first page shows, so that no page flashes by.
 * While the server is out of reach it keeps trying and says so.
 */
export function RestoreGate({ children }: { children: ReactNode }) {
  const client = useClient();
  const session = useSession();
  const restoring = useQuery({
    queryKey: ['restore'],
    queryFn: () => client.restore(),
    enabled: session.status === 'unknown',
    retry: true,
    retryDelay: (failures) => Math.min(1000 * 2 ** failures, 10_000),
    networkMode: 'always',
    staleTime: Infinity,
  });

  if (session.status !== 'unknown') return children;
  return (
    <StartScreen
      unreachable={restoring.failureCount > 0}
      onRetry={() => void restoring.refetch({ cancelRefetch: true })}
    />
  );
}
