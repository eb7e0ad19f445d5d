/** What of a key press decides; a DOM `KeyboardEvent` and React's both fit. */
interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** The key code of a press that an input method has swallowed (UI Events, section 7.3.1). */
const swallowedByInputMethod = 229;

/**
 * Whether this press sends the message. The Enter that ends an input method's composition (Telex,
 * Pinyin, Kana …) belongs to the input method: Chromium and Firefox mark it as composing, WebKit
 * has already closed the composition by then and only the key code gives it away.
 */
export function isSubmitKey(press: KeyPress): boolean {
  return (
    press.key === 'Enter' &&
    !press.shiftKey &&
    !press.altKey &&
    !press.isComposing &&
    press.keyCode !== swallowedByInputMethod
  );
}
