import { cn } from '@/ui/cn';
import { isOutgoing, type Entry } from '../timeline/entry';
import { SeenBy } from '../seenBy/SeenBy';
import { EditedMark } from './EditedMark';
import { PinnedMark } from './PinnedMark';
import { SendStateIcon } from './SendStateIcon';

/** At the end of the last line: pinned, edited and, of one's own, how far it has got. */
export function MessageMeta({ entry, own }: { entry: Entry; own: boolean }) {
  const editedAt = isOutgoing(entry) ? null : entry.edited_at;
  const pinned = !isOutgoing(entry) && entry.pinned;
  if (editedAt === null && !pinned && !own) return null;
  return (
    <span
      className={cn(
        'float-right mt-1 ml-2 inline-flex h-4 items-center gap-1 text-xs select-none',
        // On the tint of an own bubble the faint ink has too little contrast.
        own ? 'text-ink-soft' : 'text-ink-faint',
      )}
    >
      {pinned && <PinnedMark />}
      {editedAt !== null && <EditedMark at={editedAt} />}
      {own && (
        <SeenBy entry={entry}>
          <SendStateIcon entry={entry} />
        </SeenBy>
      )}
    </span>
  );
}
