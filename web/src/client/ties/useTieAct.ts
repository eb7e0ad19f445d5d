import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { toast } from '@/ui/toast/toasts';
import { useProblemText } from '../useProblemText';
import { tiesKey } from './useTies';

/** Changes how one stands to somebody; then it is asked anew. What goes wrong is told in a toast. */
export function useTieAct(): UseMutationResult<unknown, Error, () => Promise<unknown>> {
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError: (error) => toast(problemText(error), 'danger'),
    onSettled: () => queries.invalidateQueries({ queryKey: [tiesKey] }),
  });
}
