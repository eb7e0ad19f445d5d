import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { toast } from '@/ui/toast/toasts';
import type { PendingRecalls } from './PendingRecalls';
import { pendingRecallsOf } from './pendingRecallsOf';

export function usePendingRecalls(): PendingRecalls {
  const problemText = useProblemText();
  return pendingRecallsOf(useClient(), (error) => toast(problemText(error), 'danger'));
}
