import { memo } from 'react';
import { findLinks } from './links';

/**
 * The words of a message: plain text, its line breaks, and links. Nothing in it is ever markup;
 * what a message may look like is decided here alone.
 */
export const MessageText = memo(function MessageText({ text }: { text: string }) {
  return (
    <span className="wrap-anywhere whitespace-pre-wrap">
      {findLinks(text).map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <a
            // Parts have no identity but their place, and a text never changes in place.
            key={index}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
            className="text-accent-ink underline decoration-current/40 underline-offset-2 hover:decoration-current"
          >
            {part.text}
          </a>
        ),
      )}
    </span>
  );
});
