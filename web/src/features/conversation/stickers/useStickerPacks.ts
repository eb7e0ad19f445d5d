import { useQuery } from '@tanstack/react-query';
import { useClient } from '@/client/useClient';

/** The packs: the same for everybody, and new ones with a new server only. */
export function useStickerPacks() {
  const { stickers } = useClient().api;
  return useQuery({
    queryKey: ['stickers'],
    queryFn: async ({ signal }) => (await stickers.packs({ signal })).items,
    staleTime: Infinity,
  });
}
