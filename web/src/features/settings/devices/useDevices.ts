import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Device } from '@tingting/sdk';
import { useClient } from '@/client/useClient';

const queryKey = ['devices'];

/** How often the list is asked for while it is looked at, milliseconds: one may sign out elsewhere meanwhile. */
const every = 10_000;

/** Where one is signed in, this device first. */
export function useDevices(): UseQueryResult<readonly Device[]> {
  const client = useClient();
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const { items } = await client.api.auth.sessions({ signal });
      return [...items].sort((one, other) => Number(other.current) - Number(one.current));
    },
    refetchInterval: every,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
}

/** Signs out one device, or all others; then the list is asked for again. */
export function useSignOut(): UseMutationResult<void, Error, Device | 'others'> {
  const { auth } = useClient().api;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (which) =>
      which === 'others' ? auth.revokeOthers() : auth.revoke(which.session_id),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
}
