/** A name that is being typed after an @. */
export interface MentionQuery {
  /** Where its @ stands. */
  readonly from: number;
  readonly words: string;
}

const longest = 32;

/** The name before the caret; null where none is being typed. */
export function queryAt(text: string, caret: number): MentionQuery | null {
  const before = text.slice(Math.max(0, caret - longest - 1), caret);
  const found = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{M}\p{N}._-]*)$/u.exec(before);
  const words = found?.[1];
  return words === undefined ? null : { from: caret - words.length - 1, words };
}
