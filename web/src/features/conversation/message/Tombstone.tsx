import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { UndoRecall } from '../recall/UndoRecall';
import { isOutgoing, type Entry } from '../timeline/entry';

interface TombstoneProps {
  readonly entry: Entry;
  readonly own: boolean;
  /** The server does not know of it yet. */
  readonly undoable: boolean;
}

/** What is left of a recalled message. */
export function Tombstone({ entry, own, undoable }: TombstoneProps) {
  const { t } = useTranslation('conversation');
  return (
    <span className="inline-flex flex-wrap items-center">
      <span className="inline-flex items-center gap-1.5 text-ink-soft italic">
        <Undo2 aria-hidden className="size-3.5 shrink-0" strokeWidth={1.75} />
        {own ? t('recalled_own') : t('recalled')}
      </span>
      {undoable && !isOutgoing(entry) && <UndoRecall message={entry.message_id} />}
    </span>
  );
}
