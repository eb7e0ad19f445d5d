import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { detectLanguage, rememberLanguage, type Language } from './languages';
import { loadWantedWords } from './lateWords';

/** Each language is one chunk, fetched only when it is spoken. */
const loaders = {
  en: () => import('./en'),
  vi: () => import('./vi'),
} as const;

/** Loads the words of the detected language; the first render comes after it, so nothing flickers. */
export async function startI18n(language: Language = detectLanguage()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: (await loaders[language]()).default },
    defaultNS: 'app',
    interpolation: { escapeValue: false }, // React escapes.
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
}

/** Switches the whole app over and remembers it for the next visit. */
export async function changeLanguage(language: Language): Promise<void> {
  const { default: words } = await loaders[language]();
  for (const [namespace, entries] of Object.entries(words)) {
    i18next.addResourceBundle(language, namespace, entries);
  }
  await loadWantedWords(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  rememberLanguage(language);
}
