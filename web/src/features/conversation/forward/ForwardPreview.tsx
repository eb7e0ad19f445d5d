import type { Message } from '@tingting/sdk';
import { QuoteText } from '../quote/QuoteText';

/** What is passed on. */
export function ForwardPreview({ message }: { message: Message }) {
  const { message_id, user_id, content } = message;
  return (
    <div className="mx-5 mb-3 flex border-l-2 border-accent pl-2.5">
      <QuoteText quoted={{ message_id, user_id, excerpt: content ?? '' }} />
    </div>
  );
}
