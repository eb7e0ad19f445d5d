/** The rules a form can check before it asks; the server has the last word. */

/** 3 to 32 letters, digits, dots, dashes and underscores of the Latin alphabet. */
export function isUsername(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9._-]{1,30})[a-z0-9]$/i.test(text);
}

/** Only what is certainly none is refused: whether a mailbox exists, only a mail tells. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

/** Characters as a person counts them, so an emoji is one. */
export function isPasswordLongEnough(text: string): boolean {
  return Array.from(text).length >= 8;
}

export function isPasswordTooLong(text: string): boolean {
  return Array.from(text).length > 256;
}
