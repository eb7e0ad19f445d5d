import { partsOf, type Keys } from './shortcuts';

/** What stands on the keys, in the order one presses them. */
export function keyNames(keys: Keys, apple: boolean): readonly string[] {
  const names: Readonly<Record<string, string>> = apple ? appleNames : otherNames;
  return partsOf(keys).map((part) => names[part] ?? part);
}

const arrows = { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' } as const;
const appleNames = { ...arrows, Mod: '⌘', Alt: '⌥', Shift: '⇧' } as const;
const otherNames = { ...arrows, Mod: 'Ctrl' } as const;
