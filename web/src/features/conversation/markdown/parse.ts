import { parseInline, type Inline } from './inline';

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | {
      readonly kind: 'list';
      /** The first number; null for bullets. */
      readonly start: number | null;
      readonly items: readonly (readonly Inline[])[];
    };

/** Quotes in quotes: deeper ones stay as they were typed. */
const deepest = 4;

/**
 * The small Markdown of messages: bold, italic, code, lists, quotes, links, and names after an @.
 * What is not well-formed is text, and line breaks stay. The result is data: nothing of a message
 * ever becomes markup. One pass over the lines, and one over the characters of each.
 */
export function parse(text: string): readonly Block[] {
  return parseBlocks(text.split('\n'), 0);
}

function parseBlocks(lines: readonly string[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let plain: string[] = [];
  const flush = () => {
    const paragraph = trimBlank(plain);
    if (paragraph.length > 0) {
      blocks.push({ kind: 'paragraph', children: parseInline(paragraph.join('\n')) });
    }
    plain = [];
  };
  let at = 0;
  while (at < lines.length) {
    const found = blockAt(lines, at, depth);
    if (found) {
      flush();
      blocks.push(found.block);
      at = found.next;
    } else {
      plain.push(lines[at] ?? '');
      at += 1;
    }
  }
  flush();
  return blocks;
}

interface Found {
  readonly block: Block;
  readonly next: number;
}

function blockAt(lines: readonly string[], at: number, depth: number): Found | null {
  const line = lines[at] ?? '';
  if (line.startsWith('```')) return fenceAt(lines, at);
  if (line.startsWith('>') && depth < deepest) {
    const next = end(lines, at, (one) => one.startsWith('>'));
    const inside = lines.slice(at, next).map((one) => one.replace(/^> ?/, ''));
    return { block: { kind: 'quote', children: parseBlocks(inside, depth + 1) }, next };
  }
  const number = numbered.exec(line)?.[1];
  if (number !== undefined) return listAt(lines, at, numbered, Number(number));
  return bulleted.test(line) ? listAt(lines, at, bulleted, null) : null;
}

const bulleted = /^ {0,3}[-*•] (?=\S)/;
const numbered = /^ {0,3}(\d{1,4})[.)] (?=\S)/;

function listAt(
  lines: readonly string[],
  at: number,
  marker: RegExp,
  start: number | null,
): Found | null {
  const next = end(lines, at, (line) => marker.test(line));
  const items = lines.slice(at, next).map((line) => parseInline(line.replace(marker, '')));
  // "2026. A good year": a single number is rather the beginning of a sentence.
  if (start !== null && start !== 1 && items.length < 2) return null;
  return { block: { kind: 'list', start, items }, next };
}

/** A fence that nobody closed is text. */
function fenceAt(lines: readonly string[], at: number): Found | null {
  const opening = lines[at] ?? '';
  if (opening.length > 6 && opening.endsWith('```')) {
    return { block: { kind: 'code', text: opening.slice(3, -3) }, next: at + 1 };
  }
  const close = lines.findIndex((line, index) => index > at && line.trimEnd() === '```');
  if (close < 0) return null;
  return { block: { kind: 'code', text: lines.slice(at + 1, close).join('\n') }, next: close + 1 };
}

function end(lines: readonly string[], at: number, belongs: (line: string) => boolean): number {
  let next = at + 1;
  while (next < lines.length && belongs(lines[next] ?? '')) next += 1;
  return next;
}

function trimBlank(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}
