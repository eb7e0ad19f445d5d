import { entryText, isOutgoing, type Entry } from '../timeline/entry';
import { AttachmentLinks } from './AttachmentLinks';
import { MessageText } from './MessageText';
import { Tombstone } from './Tombstone';

/** What a message says, whatever its kind. */
export function MessageContent({ entry, own }: { entry: Entry; own: boolean }) {
  if (!isOutgoing(entry) && entry.recalled_at !== null) return <Tombstone own={own} />;
  const text = entryText(entry);
  return (
    <>
      {!isOutgoing(entry) && <AttachmentLinks message={entry} />}
      {text !== '' && <MessageText text={text} />}
    </>
  );
}
