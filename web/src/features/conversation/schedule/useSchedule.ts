import { useTranslation } from 'react-i18next';
import { useDates } from '@/i18n/useDates';
import { toast } from '@/ui/toast/toasts';
import { nothingWritten } from '../column/column';
import { useColumn, useColumnState } from '../column/useColumn';
import { draftOf } from '../composer/draftOf';
import { useMentionsIn } from '../mentions/useMentionsIn';
import { useConversation } from '../useConversation';

/** Puts what is written aside until its time. Null while there is nothing to send. */
export function useSchedule(): ((at: Date) => Promise<void>) | null {
  const { t } = useTranslation('conversation');
  const dates = useDates();
  const conversation = useConversation();
  const column = useColumn();
  const mentionsIn = useMentionsIn();
  const draft = draftOf(
    useColumnState(({ writing }) => writing),
    mentionsIn,
  );
  if (!draft) return null;
  return async (at) => {
    const { writing } = column.getState();
    await conversation.schedule(draft, at.toISOString());
    // What was written meanwhile stays.
    if (column.getState().writing === writing) column.setState({ writing: nothingWritten });
    toast(t('schedule.done', { when: dates.exact(at) }));
  };
}
