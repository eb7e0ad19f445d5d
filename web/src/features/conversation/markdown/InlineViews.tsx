import { MentionText } from '../mentions/MentionText';
import type { Inline } from './inline';

export function InlineViews({ parts }: { parts: readonly Inline[] }) {
  return parts.map((part, index) => <InlineView key={index} part={part} />);
}

function InlineView({ part }: { part: Inline }) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'mention':
      return <MentionText name={part.name} />;
    case 'code':
      return <code className="rounded-sm bg-hover px-1 py-0.5 font-mono text-sm">{part.text}</code>;
    case 'strong':
      return (
        <strong className="font-semibold">
          <InlineViews parts={part.children} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <InlineViews parts={part.children} />
        </em>
      );
    case 'link':
      return (
        <a
          href={part.href}
          target="_blank"
          rel="noopener noreferrer nofollow ugc"
          className="text-accent-ink underline decoration-current/40 underline-offset-2 hover:decoration-current"
        >
          <InlineViews parts={part.children} />
        </a>
      );
  }
}
