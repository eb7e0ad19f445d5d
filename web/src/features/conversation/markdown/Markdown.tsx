import { memo, useMemo } from 'react';
import { BlockView } from './BlockView';
import { parse } from './parse';

/**
 * The words of a message. Nothing in them is ever markup: they are parsed into data, and what a
 * message may look like is decided here alone.
 */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  const blocks = useMemo(() => parse(text), [text]);
  return (
    // No box of its own: what stands at the end of the last line flows with the words.
    <div className="contents wrap-anywhere whitespace-pre-wrap">
      {blocks.map((block, index) => (
        // Parts have no identity but their place, and a text never changes in place.
        <BlockView key={index} block={block} last={index === blocks.length - 1} />
      ))}
    </div>
  );
});
