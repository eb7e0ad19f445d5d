import { useQuery } from '@tanstack/react-query';
import type { Message } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { useDates } from '@/i18n/useDates';
import { Dialog } from '@/ui/Dialog';
import { Skeleton } from '@/ui/Skeleton';
import { Markdown } from '../markdown/Markdown';

interface HistoryDialogProps {
  readonly message: Message;
  readonly onClose: () => void;
}

/** What a message said before, newest first. */
export function HistoryDialog({ message, onClose }: HistoryDialogProps) {
  const { t } = useTranslation('conversation');
  const { t: app } = useTranslation();
  const { messages } = useClient().api;
  const problemText = useProblemText();
  const dates = useDates();
  const { data, error } = useQuery({
    queryKey: ['edits', message.message_id, message.edited_at],
    queryFn: ({ signal }) => messages.edits(message.message_id, { signal }),
  });
  return (
    <Dialog open onOpenChange={onClose} title={t('history.title')} closeLabel={app('close')}>
      <ol className="min-h-32 scroll-area space-y-3 px-5 pb-5">
        {data?.items.map(({ content, written_at }) => (
          <li key={written_at}>
            <time dateTime={written_at} className="text-xs text-ink-faint">
              {dates.exact(new Date(written_at))}
            </time>
            <div className="mt-0.5 rounded-md bg-bubble px-3 py-2">
              <Markdown text={content} />
            </div>
          </li>
        ))}
        {!data && !error && (
          <li className="space-y-2">
            <Skeleton className="h-3 w-32" />
            <Skeleton className="h-9 w-full rounded-md" />
          </li>
        )}
        {error && <li className="text-danger-ink">{problemText(error)}</li>}
      </ol>
    </Dialog>
  );
}
