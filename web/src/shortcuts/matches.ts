import { onApple } from './onApple';
import { partsOf, shortcuts, type Keys, type ShortcutId } from './shortcuts';

/** What of a key press decides; a DOM `KeyboardEvent` and React's both fit. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export function matches(id: ShortcutId, press: KeyPress, apple = onApple()): boolean {
  return shortcuts[id].keys.some((keys) => isPressed(keys, press, apple));
}

function isPressed(keys: Keys, press: KeyPress, apple: boolean): boolean {
  const parts = partsOf(keys);
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  return (
    press.altKey === parts.includes('Alt') &&
    press.ctrlKey === (mod && !apple) &&
    press.metaKey === (mod && apple) &&
    // Where a sign lies is the layout's affair: some need Shift for it.
    (isSign(key) || press.shiftKey === parts.includes('Shift')) &&
    isKey(key, press)
  );
}

/** With Alt some systems type another letter: then its place on the keyboard tells. */
function isKey(key: string, press: KeyPress): boolean {
  if (press.key.toUpperCase() === key.toUpperCase()) return true;
  return press.altKey && press.code === `Key${key}`;
}

export const isSign = (key: string): boolean => /^[^\p{L}\p{N}]$/u.test(key);
