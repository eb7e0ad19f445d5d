import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Invitation, RoomId } from '@tingting/sdk';
import { useClient } from '@/client/useClient';

/** What a link leads to, and following it. */
export function useInvitation(code: string) {
  const client = useClient();
  const queries = useQueryClient();
  const queryKey = ['invitation', code];
  const asked = useQuery({
    queryKey,
    queryFn: ({ signal }) => client.api.invites.get(code, { signal }),
    // Whether one is in, or has asked, changes elsewhere.
    staleTime: 0,
  });
  const joining = useMutation({ mutationFn: () => client.join(code) });

  const join = (onJoined: (room: RoomId) => void) =>
    joining.mutate(undefined, {
      onSuccess: (joined) => {
        if ('room_id' in joined) onJoined(joined.room_id);
        else {
          queries.setQueryData<Invitation>(
            queryKey,
            (known) => known && { ...known, requested: true },
          );
        }
      },
    });
  return {
    invitation: asked.data,
    error: asked.error,
    reload: () => void asked.refetch(),
    joining: { join, busy: joining.isPending, error: joining.error },
  };
}
