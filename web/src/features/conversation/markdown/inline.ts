import { findLinks } from '../message/links';

/** A run of text. What has no marks around it is itself. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'mention'; readonly name: string }
  | { readonly kind: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

/** Marks in marks: deeper ones stay as they were typed. */
const deepest = 4;

export function parseInline(text: string, depth = 0): readonly Inline[] {
  return new InlineParser(text, depth).parse();
}

interface Mark {
  readonly part: Inline;
  /** Where the text goes on after it. */
  readonly next: number;
}

class InlineParser {
  /** By where they begin. */
  private readonly links = new Map<number, Mark>();
  /** Up to where a mark is known to close nothing: no place is searched twice for the same. */
  private readonly barren = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly depth: number,
  ) {
    let at = 0;
    for (const found of findLinks(text)) {
      const next = at + found.text.length;
      if (found.kind === 'link') {
        const children: Inline[] = [{ kind: 'text', text: found.text }];
        this.links.set(at, { part: { kind: 'link', href: found.href, children }, next });
      }
      at = next;
    }
  }

  parse(): readonly Inline[] {
    const parts: Inline[] = [];
    const { text } = this;
    let plainFrom = 0;
    const plainUntil = (at: number) => {
      if (at > plainFrom) parts.push({ kind: 'text', text: text.slice(plainFrom, at) });
    };
    let at = 0;
    while (at < text.length) {
      const found = this.links.get(at) ?? (this.depth < deepest ? this.markAt(at) : null);
      if (found) {
        plainUntil(at);
        parts.push(found.part);
        at = plainFrom = found.next;
      } else at += 1;
    }
    plainUntil(at);
    return parts;
  }

  private markAt(at: number): Mark | null {
    switch (this.text[at]) {
      case '`':
        return this.codeAt(at);
      case '*':
        return this.text[at + 1] === '*'
          ? this.around(at, '**', 'strong')
          : this.around(at, '*', 'em');
      case '_':
        return this.around(at, '_', 'em');
      case '[':
        return this.linkAt(at);
      case '@':
        return this.mentionAt(at);
      case undefined:
      default:
        return null;
    }
  }

  private codeAt(at: number): Mark | null {
    const close = this.text.indexOf('`', at + 1);
    const code = this.text.slice(at + 1, close);
    if (close < 0 || code.trim() === '' || code.includes('\n')) return null;
    return { part: { kind: 'code', text: code }, next: close + 1 };
  }

  /** Marks hug what they stand around, at the edge of words: `2 * 3` and `snake_case` are text. */
  private around(at: number, mark: string, kind: 'strong' | 'em'): Mark | null {
    const { text } = this;
    const from = at + mark.length;
    if (isBlank(text[from]) || isWord(text[at - 1])) return null;
    const close = this.closing(mark, from + 1);
    if (close === null) return null;
    const children = parseInline(text.slice(from, close), this.depth + 1);
    return { part: { kind, children }, next: close + mark.length };
  }

  private closing(mark: string, from: number): number | null {
    const { text } = this;
    if (from < (this.barren.get(mark) ?? 0)) return null;
    const stop = lineEnd(text, from);
    let close = text.indexOf(mark, from);
    while (close >= 0 && close < stop) {
      // One star of two closes nothing: it belongs to what is bold inside.
      const double = mark === '*' && text[close + 1] === '*';
      if (!double && !isBlank(text[close - 1]) && !isWord(text[close + mark.length])) return close;
      close = text.indexOf(mark, close + (double ? 2 : 1));
    }
    this.barren.set(mark, stop);
    return null;
  }

  private linkAt(at: number): Mark | null {
    const { text } = this;
    const close = text.indexOf(']', at + 1);
    if (close <= at + 1 || close > lineEnd(text, at)) return null;
    const [whole, href] = target.exec(text.slice(close, close + longestTarget)) ?? [];
    if (whole === undefined || href === undefined) return null;
    const label = parseInline(text.slice(at + 1, close), this.depth + 1);
    const children = label.flatMap((part) => (part.kind === 'link' ? part.children : [part]));
    return { part: { kind: 'link', href, children }, next: close + whole.length };
  }

  private mentionAt(at: number): Mark | null {
    const { text } = this;
    if (isWord(text[at - 1])) return null;
    const name = username.exec(text.slice(at + 1, at + 1 + longestName))?.[0];
    if (name === undefined) return null;
    // A dot at the end belongs to the sentence.
    const bare = name.replace(/[._-]+$/, '');
    return { part: { kind: 'mention', name: bare }, next: at + 1 + bare.length };
  }
}

/** After the text of a link: where it leads. The schemes are all there are. */
const target = /^\]\((https?:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)?|mailto:[^\s()]+)\)/i;
const longestTarget = 2048;

const username = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*/u;
const longestName = 32;

const isBlank = (letter: string | undefined) => letter === undefined || /\s/.test(letter);
const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}
