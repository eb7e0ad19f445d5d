import { readdirSync, readFileSync } from 'node:fs';
import i18next, { type TFunction } from 'i18next';

export type Language = 'en' | 'vi';

/** What the app says in a language, read from its own language files: `words('conversation:send')`. */
export function wordsIn(language: Language): TFunction {
  const folder = new URL(`../web/src/i18n/${language}/`, import.meta.url);
  const namespaces = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>,
    ]);
  const words = i18next.createInstance();
  void words.init({
    lng: language,
    initAsync: false,
    resources: { [language]: Object.fromEntries(namespaces) as Record<string, object> },
    interpolation: { escapeValue: false },
    // A test that asks for words that are not there looks for something that is not there.
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key) => {
      throw new Error(`The app has no words ${namespace}:${key}`);
    },
  });
  return words.t;
}
