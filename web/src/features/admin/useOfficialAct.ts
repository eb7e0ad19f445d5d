import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useProblemText } from '@/client/useProblemText';
import { toast } from '@/ui/toast/toasts';
import { administration } from './usePages';

/** Does something in office; then every list is asked again. What goes wrong is told in a toast. */
export function useOfficialAct(): UseMutationResult<unknown, Error, () => Promise<unknown>> {
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError: (error) => toast(problemText(error), 'danger'),
    onSettled: () => queries.invalidateQueries({ queryKey: [administration] }),
  });
}
