import type { Conversation } from '@tingting/sdk';
import { maxLength } from './limits';

/**
 * Sends what was written, without blank lines before or blanks after it. False when there is
 * nothing to send or too much: then everything stays as it is.
 */
export function sendText(conversation: Conversation, written: string): boolean {
  const content = tidy(written);
  if (content === '' || content.length > maxLength) return false;
  conversation.send({ content });
  return true;
}

/** An indented first line keeps its indentation; it may be code. */
export function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}
