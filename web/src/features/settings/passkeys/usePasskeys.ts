import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Passkey } from '@tingting/sdk';
import { useClient } from '@/client/useClient';

/** One's passkeys, the oldest first. */
export function usePasskeys(): UseQueryResult<readonly Passkey[]> {
  const client = useClient();
  return useQuery({
    queryKey: ['passkeys'],
    queryFn: async ({ signal }) => (await client.api.passkeys.list({ signal })).items,
    refetchOnMount: 'always',
  });
}
