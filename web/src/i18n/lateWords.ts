import i18next from 'i18next';
import type { Language } from './languages';

/** The words of pages that few people open: fetched with the page. */
const loaders = {
  data: { en: () => import('./en/data.json'), vi: () => import('./vi/data.json') },
  admin: { en: () => import('./en/admin.json'), vi: () => import('./vi/admin.json') },
  oauth: { en: () => import('./en/oauth.json'), vi: () => import('./vi/oauth.json') },
  passkeys: { en: () => import('./en/passkeys.json'), vi: () => import('./vi/passkeys.json') },
  security: { en: () => import('./en/security.json'), vi: () => import('./vi/security.json') },
} as const;

export type LateNamespace = keyof typeof loaders;

const wanted = new Set<LateNamespace>();

/** Fetches a page's words in the language that is spoken; from now on they follow it. */
export async function loadWords(namespace: LateNamespace): Promise<void> {
  wanted.add(namespace);
  await spoken();
  await fetchWords(namespace, i18next.language as Language);
}

/** A page that one begins with is on its way before a language is. */
function spoken(): Promise<void> {
  if (i18next.isInitialized) return Promise.resolve();
  return new Promise((resolve) => i18next.on('initialized', () => resolve()));
}

/** The same for all that were wanted before, when the language changes. */
export async function loadWantedWords(language: Language): Promise<void> {
  await Promise.all([...wanted].map((namespace) => fetchWords(namespace, language)));
}

async function fetchWords(namespace: LateNamespace, language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, namespace)) return;
  const { default: words } = await loaders[namespace][language]();
  i18next.addResourceBundle(language, namespace, words);
}
