/**
 * Every key that does something in more than one field: the handlers and the sheet that lists them
 * read this one table. `Mod` is Command on Apple's machines and Control elsewhere.
 */
export const shortcuts = {
  search: { group: 'everywhere', keys: ['Mod+K'] },
  next_room: { group: 'everywhere', keys: ['Alt+ArrowDown'] },
  previous_room: { group: 'everywhere', keys: ['Alt+ArrowUp'] },
  next_unread: { group: 'everywhere', keys: ['Alt+Shift+ArrowDown'] },
  previous_unread: { group: 'everywhere', keys: ['Alt+Shift+ArrowUp'] },
  sheet: { group: 'everywhere', keys: ['?', 'Mod+/'] },
  room_menu: { group: 'list', keys: ['Shift+F10'] },
  compose: { group: 'room', keys: ['Alt+M'] },
  mark_read: { group: 'room', keys: ['Escape'] },
  toggle_details: { group: 'room', keys: ['Alt+I'] },
  search_room: { group: 'room', keys: ['Mod+Shift+F'] },
  edit_last: { group: 'room', keys: ['ArrowUp'] },
  edit_message: { group: 'message', keys: ['E'] },
  reply: { group: 'message', keys: ['R'] },
  react: { group: 'message', keys: ['+'] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

/** Where on the page it works, from the widest to the narrowest. */
export const shortcutGroups = ['everywhere', 'list', 'room', 'message'] as const;
type ShortcutGroup = (typeof shortcutGroups)[number];

interface Shortcut {
  readonly group: ShortcutGroup;
  /** One is enough. */
  readonly keys: readonly Keys[];
}

type Modifier = 'Mod' | 'Alt' | 'Shift' | 'Mod+Shift' | 'Alt+Shift';
type Letter = 'E' | 'F' | 'I' | 'K' | 'M' | 'R';
type Key = Letter | 'ArrowUp' | 'ArrowDown' | 'Escape' | 'F10' | '?' | '/' | '+';
export type Keys = Key | `${Modifier}+${Key}`;

export const shortcutsOf = (group: ShortcutGroup): ShortcutId[] =>
  (Object.keys(shortcuts) as ShortcutId[]).filter((id) => shortcuts[id].group === group);

/** The keys one by one; a plus that is a key of its own joins nothing. */
export const partsOf = (keys: Keys): readonly string[] => (keys === '+' ? ['+'] : keys.split('+'));
