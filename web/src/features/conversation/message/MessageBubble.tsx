import { cn } from '@/ui/cn';
import { EditForm } from '../edit/EditForm';
import { StickerMessage } from '../stickers/StickerMessage';
import { stickerOf } from '../stickers/stickerOf';
import { entryText, isPlain, type Entry } from '../timeline/entry';
import { countLoneEmoji } from './emojiOnly';
import { MessageContent } from './MessageContent';
import { MessageMeta } from './MessageMeta';
import { Tombstone } from './Tombstone';
import type { Standing } from './useStanding';

interface MessageBubbleProps {
  readonly entry: Entry;
  readonly own: boolean;
  readonly startsGroup: boolean;
  readonly standing: Standing;
  readonly editing: boolean;
}

/** By how many there are. */
const emojiSizes = ['', 'text-[2.5rem]', 'text-2xl', 'text-2xl'] as const;

export function MessageBubble(props: MessageBubbleProps) {
  const { entry, own, startsGroup, standing, editing } = props;
  const looks = cn(
    'flow-root min-w-0 rounded-lg px-3 py-2',
    own ? 'bg-bubble-own' : 'bg-bubble',
    !startsGroup && (own ? 'rounded-tr-sm' : 'rounded-tl-sm'),
  );
  if (standing !== 'stands') {
    return (
      <div className={looks}>
        <Tombstone entry={entry} own={own} undoable={standing === 'going'} />
      </div>
    );
  }
  if (editing) return <EditForm />;
  const sticker = stickerOf(entry);
  if (sticker) return <StickerMessage entry={entry} sticker={sticker} own={own} looks={looks} />;
  const emoji = isPlain(entry) ? countLoneEmoji(entryText(entry)) : 0;
  if (emoji > 0) {
    return (
      <div className="flex min-w-0 items-end">
        <span className={cn('leading-tight', emojiSizes[emoji])}>
          <MessageContent entry={entry} />
        </span>
        <MessageMeta entry={entry} own={own} />
      </div>
    );
  }
  return (
    <div className={looks}>
      <MessageContent entry={entry} />
      <MessageMeta entry={entry} own={own} />
    </div>
  );
}
