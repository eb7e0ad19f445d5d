import { create } from 'zustand';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** public/theme.js reads the same key before the first paint. */
const storageKey = 'tingting.theme';

interface ThemeState {
  readonly theme: Theme;
  readonly choose: (theme: Theme) => void;
}

/** The chosen theme. `system` is the absence of a choice: the attribute goes and CSS decides. */
export const useTheme = create<ThemeState>((set) => ({
  theme: storedTheme(),
  choose(theme) {
    if (theme === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
    show(theme);
    set({ theme });
  },
}));

export function storedTheme(): Theme {
  const stored = localStorage.getItem(storageKey);
  return themes.find((theme) => theme === stored) ?? 'system';
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
