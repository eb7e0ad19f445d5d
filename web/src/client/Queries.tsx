import { useState, type ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { UserId } from '@tingting/sdk';
import { useMe } from './useMe';

/** The answers of the server that no store keeps, shared by the panels of one user. */
export function Queries({ children }: { children: ReactNode }) {
  const me = useMe().user_id;
  const [queries] = useState(() => queriesOf(me));
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}

let present: { readonly user: UserId; readonly queries: QueryClient } | undefined;

/** Who signs in after another sees nothing of what that one had asked. */
function queriesOf(user: UserId): QueryClient {
  if (present?.user !== user) present = { user, queries: makeQueries() };
  return present.queries;
}

/** The SDK retries what may be retried; a second layer would only make waiting longer. */
function makeQueries(): QueryClient {
  // The browser does not know whether our server can be reached (it may be on this machine, or in a network without the
  // rest of the world): to ask tells, and to wait for its word would never end.
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
