import { cn } from '@/ui/cn';
import { entryText, isOutgoing, type Entry } from '../timeline/entry';
import { countLoneEmoji } from './emojiOnly';
import { MessageContent } from './MessageContent';
import { MessageMeta } from './MessageMeta';

interface MessageBubbleProps {
  readonly entry: Entry;
  readonly own: boolean;
  readonly startsGroup: boolean;
}

/** By how many there are. */
const emojiSizes = ['', 'text-[2.5rem]', 'text-2xl', 'text-2xl'] as const;

export function MessageBubble({ entry, own, startsGroup }: MessageBubbleProps) {
  const recalled = !isOutgoing(entry) && entry.recalled_at !== null;
  const emoji = recalled ? 0 : countLoneEmoji(entryText(entry));
  if (emoji > 0) {
    return (
      <div className="flex min-w-0 items-end">
        <span className={cn('leading-tight', emojiSizes[emoji])}>
          <MessageContent entry={entry} own={own} />
        </span>
        <MessageMeta entry={entry} own={own} />
      </div>
    );
  }
  return (
    <div
      className={cn(
        'flow-root min-w-0 rounded-lg px-3 py-2',
        own ? 'bg-bubble-own' : 'bg-bubble',
        !startsGroup && (own ? 'rounded-tr-sm' : 'rounded-tl-sm'),
      )}
    >
      <MessageContent entry={entry} own={own} />
      <MessageMeta entry={entry} own={own} />
    </div>
  );
}
