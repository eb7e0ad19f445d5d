import type { ReactNode } from 'react';
import { useSession } from '@/client/useSession';
import { StartScreen } from './StartScreen';
import { useRestore } from './useRestore';

/** The first page shows when it is known who is here, so that no page flashes by. */
export function RestoreGate({ children }: { children: ReactNode }) {
  const session = useSession();
  const { failures, retry } = useRestore();
  if (session.status !== 'unknown') return children;
  return <StartScreen unreachable={failures > 0} onRetry={retry} />;
}
