import { cn } from '@/ui/cn';
import { InlineViews } from './InlineViews';
import type { Block } from './parse';

interface BlockViewProps {
  readonly block: Block;
  readonly last: boolean;
}

export function BlockView({ block, last }: BlockViewProps) {
  const below = last ? '' : 'mb-1.5';
  switch (block.kind) {
    case 'paragraph':
      return last ? (
        <span>
          <InlineViews parts={block.children} />
        </span>
      ) : (
        <p className={below}>
          <InlineViews parts={block.children} />
        </p>
      );
    case 'code':
      return (
        <pre
          className={cn(
            'rounded-sm bg-hover px-2.5 py-1.5 font-mono text-sm whitespace-pre-wrap',
            below,
          )}
        >
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote className={cn('border-l-2 border-line-strong pl-2.5 text-ink-soft', below)}>
          {block.children.map((child, index) => (
            <BlockView key={index} block={child} last={index === block.children.length - 1} />
          ))}
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index} className="pl-0.5">
          <InlineViews parts={item} />
        </li>
      ));
      return block.start === null ? (
        <ul className={cn('list-disc pl-5', below)}>{items}</ul>
      ) : (
        <ol start={block.start} className={cn('list-decimal pl-6', below)}>
          {items}
        </ol>
      );
    }
  }
}
