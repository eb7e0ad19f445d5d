import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '@/client/useClient';

const key = ['exports'];
const pauseMs = 2000;

/** One's copies, the newest first; looked at again while one is being made. */
export function useExports() {
  const { ownData } = useClient().api;
  const queries = useQueryClient();
  const exports = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ownData.exports({ signal }),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ finished_at }) => finished_at === null) ? pauseMs : false,
  });
  const begin = async () => {
    await ownData.beginExport();
    await queries.invalidateQueries({ queryKey: key });
  };
  return {
    newest: exports.data?.items[0],
    isLoading: exports.isPending,
    error: exports.error,
    begin,
  };
}
