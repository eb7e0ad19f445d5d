/** The languages the app speaks, each under its own name; the first is the fallback. */
export const languages = { en: 'English', vi: 'Tiếng Việt' } as const;

export type Language = keyof typeof languages;

export const languageCodes = Object.keys(languages) as Language[];

const storageKey = 'tingting.language';

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}

/** The chosen language, else the first of the browser's wishes that we speak, else English. */
export function detectLanguage(
  wishes: readonly string[] = navigator.languages,
  chosen: string | null = readChoice(),
): Language {
  if (isLanguage(chosen)) return chosen;
  const spoken = wishes.map((wish) => wish.split('-')[0]?.toLowerCase()).find(isLanguage);
  return spoken ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}

function readChoice(): string | null {
  return localStorage.getItem(storageKey);
}

/** The browser's own variety of a language (en-GB), for dates and numbers as its user writes them. */
export function localeOf(
  language: string,
  wishes: readonly string[] = navigator.languages,
): string {
  return wishes.find((wish) => wish.split('-')[0]?.toLowerCase() === language) ?? language;
}
