import { useState } from 'react';
import { CalendarClock, Trash2 } from 'lucide-react';
import type { Scheduled } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { useDates } from '@/i18n/useDates';
import { IconButton } from '@/ui/IconButton';
import { toast } from '@/ui/toast/toasts';
import { Markdown } from '../markdown/Markdown';
import { useConversation } from '../useConversation';
import { TimeForm } from './TimeForm';

/** One message that waits: when, what, and why it did not go. */
export function ScheduledRow({ message }: { message: Scheduled }) {
  const { t } = useTranslation('conversation');
  const { t: problem } = useTranslation('problems');
  const problemText = useProblemText();
  const dates = useDates();
  const conversation = useConversation();
  const [moving, setMoving] = useState(false);
  const at = new Date(message.send_at);
  const remove = () =>
    void conversation
      .unschedule(message.scheduled_id)
      .catch((error: unknown) => toast(problemText(error), 'danger'));

  return (
    <li className="rounded-md bg-sunken px-3 pt-1 pb-2.5">
      <div className="flex items-center">
        <time dateTime={message.send_at} className="flex-1 text-sm text-ink-soft">
          {dates.exact(at)}
        </time>
        <IconButton
          label={t('schedule.move')}
          aria-expanded={moving}
          onClick={() => setMoving(!moving)}
        >
          <CalendarClock aria-hidden />
        </IconButton>
        <IconButton label={t('schedule.remove')} onClick={remove}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      <Markdown text={message.content ?? t('attachment')} />
      {message.problem !== null && (
        <p className="mt-1 text-sm text-danger-ink">{problem(message.problem)}</p>
      )}
      {moving && (
        <div className="mt-2">
          <TimeForm
            initial={at}
            action={t('schedule.move_action')}
            onPick={async (next) => {
              await conversation.reschedule(message.scheduled_id, {
                send_at: next.toISOString(),
              });
              setMoving(false);
            }}
          />
        </div>
      )}
    </li>
  );
}
