import { LinkifyIt } from 'linkify-it';

export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

const finder = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true });
// Left: http:, https: and mailto:. A message can never bear `javascript:`, `data:` or `file:`.
finder.add('ftp:', null).add('//', null);

const safe = /^(?:https?:\/\/|mailto:)/i;

/** Cuts a message into plain text and links; joined, the parts' texts are the message again. */
export function findLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const found of finder.match(text) ?? []) {
    if (!safe.test(found.url)) continue;
    if (found.index > end) parts.push({ kind: 'text', text: text.slice(end, found.index) });
    parts.push({ kind: 'link', text: found.raw, href: found.url });
    end = found.lastIndex;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}
