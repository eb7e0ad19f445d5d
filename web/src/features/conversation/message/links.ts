import { LinkifyIt } from 'linkify-it';

export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

// Left: http:, https: and mailto:. A message can never bear `javascript:`, `data:` or `file:`.
const finder = new LinkifyIt({ fuzzyLink: true }).add('ftp:', null).add('//', null);

/** Cuts a message into plain text and links; joined, the parts' texts are the message again. */
export function findLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const found of finder.match(text) ?? []) {
    if (found.index > end) parts.push({ kind: 'text', text: text.slice(end, found.index) });
    // A bare name (`example.org`) is opened the safe way; linkify would take http.
    const href = found.schema === '' ? `https://${found.raw}` : found.url;
    parts.push({ kind: 'link', text: found.raw, href });
    end = found.lastIndex;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}
