import type { MessageId } from '@tingting/sdk';
import { ReplyQuote } from './ReplyQuote';
import { useQuoted } from './useQuoted';

/** What a message on its way answers; the server's own excerpt comes with the message. */
export function OutgoingQuote({ id }: { id: MessageId }) {
  const quoted = useQuoted(id);
  return quoted && <ReplyQuote quoted={quoted} />;
}
