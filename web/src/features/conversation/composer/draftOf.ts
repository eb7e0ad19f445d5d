import type { Draft } from '@tingting/sdk';
import type { Writing } from '../column/column';
import type { Called } from '../mentions/mentionsIn';
import { maxLength } from './limits';

/**
 * The message made of what was written, without blank lines before or blanks after it. Null when
 * there is nothing to send or too much.
 */
export function draftOf(
  { content: written, replyTo }: Writing,
  mentionsIn: (text: string) => Called,
): Draft | null {
  const content = tidy(written);
  if (content === '' || content.length > maxLength) return null;
  const { mentions, mention_all } = mentionsIn(content);
  return {
    content,
    ...(replyTo !== null && { reply_to: replyTo }),
    ...(mentions.length > 0 && { mentions }),
    ...(mention_all && { mention_all }),
  };
}

/** An indented first line keeps its indentation; it may be code. */
export function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}
