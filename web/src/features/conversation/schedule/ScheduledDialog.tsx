import { useCallback, useEffect, useState } from 'react';
import { CalendarClock } from 'lucide-react';
import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { useRoomTitle } from '@/client/useRoomTitle';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { EmptyState } from '@/ui/EmptyState';
import { Skeleton } from '@/ui/Skeleton';
import { useConversation, useConversationState } from '../useConversation';
import { ScheduledRow } from './ScheduledRow';

interface ScheduledDialogProps {
  readonly room: Room;
  readonly onClose: () => void;
}

/** One's messages that wait for their time, to move or to take back. */
export function ScheduledDialog({ room, onClose }: ScheduledDialogProps) {
  const { t } = useTranslation('conversation');
  const { t: app } = useTranslation();
  const problemText = useProblemText();
  const conversation = useConversation();
  const scheduled = useConversationState((state) => state.scheduled);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  const title = useRoomTitle(room);

  // Each time it is looked at: what happened without a connection was told to nobody.
  const load = useCallback(
    () =>
      conversation.loadScheduled().then(
        () => setFailure(null),
        (error: unknown) => setFailure({ error }),
      ),
    [conversation],
  );
  useEffect(() => void load(), [load]);

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('schedule.list')}
      description={title}
      closeLabel={app('close')}
    >
      {scheduled?.length === 0 && (
        <EmptyState icon={CalendarClock} title={t('schedule.none')} text={t('schedule.how')} />
      )}
      <ul className="scroll-area space-y-2 px-5 pb-5">
        {scheduled?.map((message) => (
          <ScheduledRow key={message.scheduled_id} message={message} />
        ))}
        {!scheduled && !failure && (
          <li className="space-y-2">
            <Skeleton className="h-3 w-32" />
            <Skeleton className="h-12 w-full rounded-md" />
          </li>
        )}
        {!scheduled && failure && (
          <li className="text-center text-ink-soft">
            {problemText(failure.error)}{' '}
            <Button variant="quiet" onClick={() => void load()}>
              {t('try_again')}
            </Button>
          </li>
        )}
      </ul>
    </Dialog>
  );
}
