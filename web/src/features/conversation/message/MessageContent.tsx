import { useMemo } from 'react';
import { Markdown } from '../markdown/Markdown';
import { MentionsContext, noMentions } from '../mentions/MentionsContext';
import { entryText, isOutgoing, type Entry } from '../timeline/entry';
import { AttachmentLinks } from './AttachmentLinks';
import { MessageContext } from './MessageContext';

/** What a message says, whatever its kind. */
export function MessageContent({ entry }: { entry: Entry }) {
  const text = entryText(entry);
  const mentions = useMentions(entry);
  return (
    <>
      <MessageContext entry={entry} />
      {!isOutgoing(entry) && <AttachmentLinks message={entry} />}
      {text !== '' && (
        <MentionsContext value={mentions}>
          <Markdown text={text} />
        </MentionsContext>
      )}
    </>
  );
}

function useMentions(entry: Entry) {
  const { mentions = noMentions.users, mention_all: all = false } = isOutgoing(entry)
    ? entry.draft
    : entry;
  return useMemo(
    () => (mentions.length === 0 && !all ? noMentions : { users: mentions, all }),
    [mentions, all],
  );
}
