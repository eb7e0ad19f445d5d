import { useMemo } from 'react';
import { Markdown } from '../markdown/Markdown';
import { MentionsContext, noMentions } from '../mentions/MentionsContext';
import { OutgoingQuote } from '../quote/OutgoingQuote';
import { ReplyQuote } from '../quote/ReplyQuote';
import { entryText, isOutgoing, type Entry } from '../timeline/entry';
import { AttachmentLinks } from './AttachmentLinks';
import { ForwardedFrom } from './ForwardedFrom';

/** What a message says, whatever its kind. */
export function MessageContent({ entry }: { entry: Entry }) {
  const text = entryText(entry);
  const mentions = useMentions(entry);
  return (
    <>
      {isOutgoing(entry) ? (
        entry.draft.reply_to !== undefined && <OutgoingQuote id={entry.draft.reply_to} />
      ) : (
        <>
          {entry.forwarded_from !== null && <ForwardedFrom userId={entry.forwarded_from} />}
          {entry.reply_to && <ReplyQuote quoted={entry.reply_to} />}
          <AttachmentLinks message={entry} />
        </>
      )}
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
