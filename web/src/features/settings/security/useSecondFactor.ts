import { useEffect } from 'react';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { SecondFactorState } from '@tingting/sdk';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';

const queryKey = ['second-factor'];

/** How one's second factor is; follows what another device or an admin does with it. */
export function useSecondFactor(): UseQueryResult<SecondFactorState> {
  const client = useClient();
  const own = useMe().user_id;
  const queries = useQueryClient();
  useEffect(
    () =>
      client.on('profile_updated', ({ data }) => {
        if (data.user_id === own) void queries.invalidateQueries({ queryKey });
      }),
    [client, own, queries],
  );
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => client.api.auth.secondFactor({ signal }),
    refetchOnMount: 'always',
  });
}
