import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Invite, NewInvite, RoomId } from '@tingting/sdk';
import { useClient } from '@/client/useClient';

const keyOf = (room: RoomId) => ['invites', room] as const;

/** The links of a room that work, the newest first. */
export function useInvites(room: RoomId) {
  const client = useClient();
  return useQuery({
    queryKey: keyOf(room),
    queryFn: async ({ signal }) =>
      (await client.api.invites.list(room, undefined, { signal })).items,
  });
}

export function useMakeInvite(room: RoomId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: NewInvite) => client.api.invites.create(room, wish),
    onSuccess: (made) =>
      queries.setQueryData<readonly Invite[]>(keyOf(room), (known = []) => [made, ...known]),
  });
}

export function useRevokeInvite({ room_id, code }: Invite) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.api.invites.revoke(room_id, code),
    onSuccess: () =>
      queries.setQueryData<readonly Invite[]>(keyOf(room_id), (known = []) =>
        known.filter((one) => one.code !== code),
      ),
  });
}
