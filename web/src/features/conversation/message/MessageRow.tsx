import { memo, useId } from 'react';
import { HoverBar } from '../actions/HoverBar';
import { useActive } from '../actions/useActive';
import { useColumnState } from '../column/useColumn';
import { ReactionBar } from '../reactions/ReactionBar';
import { cn } from '@/ui/cn';
import { isOutgoing, momentOf, type Entry } from '../timeline/entry';
import { FailedActions } from './FailedActions';
import { MessageBubble } from './MessageBubble';
import { MessageTime } from './MessageTime';
import { SenderAvatar } from './SenderAvatar';
import { SenderName } from './SenderName';
import { SpokenSender } from './SpokenSender';
import { useStanding } from './useStanding';

export interface MessageRowProps {
  readonly entry: Entry;
  readonly own: boolean;
  readonly startsGroup: boolean;
  /** False where there is only one other person. */
  readonly showsSenders: boolean;
  /** Shown for a moment after a jump. */
  readonly highlighted: boolean;
}

/**
 * One message. Its props keep their identity as long as nothing of it changed, so that a message
 * that comes in, a key press or a scroll renders no row but the new one.
 */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { entry, own, startsGroup, showsSenders, highlighted } = props;
  const id = useId();
  const sender = isOutgoing(entry) ? null : entry.user_id;
  const bearsSender = showsSenders && !own && sender !== null;
  const standing = useStanding(entry);
  const message = isOutgoing(entry) || standing !== 'stands' ? null : entry;
  const editing = useColumnState(
    (column) => message !== null && column.editing?.message.message_id === message.message_id,
  );
  const { active, handlers } = useActive();

  return (
    <article
      data-message
      tabIndex={-1}
      aria-labelledby={`${id}-sender ${id}-body ${id}-time`}
      className={cn(
        'group/message flex rounded-md px-2 outline-offset-[-2px] transition-colors',
        // A long press opens the actions; the browser's own would come over them.
        'pointer-coarse:select-none pointer-coarse:[-webkit-touch-callout:none]',
        startsGroup ? 'pt-3' : 'pt-0.5',
        own && 'justify-end',
        highlighted && 'bg-accent-soft',
      )}
      {...handlers}
    >
      {bearsSender && (
        <span className="mr-2 w-8 shrink-0 self-start">
          {startsGroup && <SenderAvatar userId={sender} />}
        </span>
      )}
      <div
        className={cn(
          'flex max-w-full min-w-0 flex-col two:max-w-[88%]',
          own ? 'items-end' : 'items-start',
        )}
      >
        <span
          id={`${id}-sender`}
          className={bearsSender && startsGroup ? 'max-w-full pl-3' : 'contents'}
        >
          {bearsSender && startsGroup ? (
            <SenderName userId={sender} />
          ) : (
            <SpokenSender userId={sender} own={own} />
          )}
        </span>
        <div className={cn('flex max-w-full items-end gap-2', own && 'flex-row-reverse')}>
          <div id={`${id}-body`} className="relative min-w-0">
            {active && message && !editing && <HoverBar message={message} own={own} />}
            <MessageBubble
              entry={entry}
              own={own}
              startsGroup={startsGroup}
              standing={standing}
              editing={editing}
            />
          </div>
          <span
            id={`${id}-time`}
            className="w-10 shrink-0 pb-2 opacity-0 transition-opacity group-focus-within/message:opacity-100 group-hover/message:opacity-100"
          >
            <MessageTime time={momentOf(entry).time} />
          </span>
        </div>
        {message && <ReactionBar message={message} own={own} />}
        {isOutgoing(entry) && entry.status === 'failed' && <FailedActions outgoing={entry} />}
      </div>
    </article>
  );
});
