/** The rules of an account that a form can check before it asks; the server has the last word. */

/** 3 to 32 letters and digits of any script, dots, dashes and underscores, which do not begin it. */
export function isUsername(text: string): boolean {
  const shown = text.normalize('NFKC');
  const length = Array.from(shown).length;
  return (
    length >= 3 &&
    length <= 32 &&
    /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}._-]*$/u.test(shown) &&
    !isPhone(shown)
  );
}

/** Only what is certainly none is refused: whether a mailbox exists, only a mail tells. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$/.test(text);
}

/** 7 to 15 digits as in E.164, with the usual separators. */
export function isPhone(text: string): boolean {
  return /^\+?\d{7,15}$/.test(text.replace(/[ ().\u00a0-]/g, ''));
}

/** Characters as a person counts them, so an emoji is one. */
export function isPasswordLongEnough(text: string): boolean {
  return Array.from(text).length >= 8;
}

export function isPasswordTooLong(text: string): boolean {
  return Array.from(text).length > 256;
}
