import { OutgoingQuote } from '../quote/OutgoingQuote';
import { ReplyQuote } from '../quote/ReplyQuote';
import { isOutgoing, type Entry } from '../timeline/entry';
import { ForwardedFrom } from './ForwardedFrom';

/** What a message answers, or where it comes from. */
export function MessageContext({ entry }: { entry: Entry }) {
  if (isOutgoing(entry)) {
    return entry.draft.reply_to !== undefined && <OutgoingQuote id={entry.draft.reply_to} />;
  }
  return (
    <>
      {entry.forwarded_from !== null && <ForwardedFrom userId={entry.forwarded_from} />}
      {entry.reply_to && <ReplyQuote quoted={entry.reply_to} />}
    </>
  );
}
