import { describe, expect, it } from 'vitest';
import en from './en';
import enAdmin from './en/admin.json';
import enData from './en/data.json';
import enPasskeys from './en/passkeys.json';
import enSecurity from './en/security.json';
import enOAuth from './en/oauth.json';
import vi from './vi';
import viAdmin from './vi/admin.json';
import viData from './vi/data.json';
import viPasskeys from './vi/passkeys.json';
import viSecurity from './vi/security.json';
import viOAuth from './vi/oauth.json';

interface Words {
  readonly [key: string]: string | Words;
}

function flatten(words: Words, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const plural = /_(zero|one|two|few|many|other)$/;
const languages = {
  en: flatten({
    ...en,
    admin: enAdmin,
    data: enData,
    oauth: enOAuth,
    passkeys: enPasskeys,
    security: enSecurity,
  }),
  vi: flatten({
    ...vi,
    admin: viAdmin,
    data: viData,
    oauth: viOAuth,
    passkeys: viPasskeys,
    security: viSecurity,
  }),
};
const baseKeys = (words: Map<string, string>) =>
  [...new Set([...words.keys()].map((key) => key.replace(plural, '')))].sort();
const placeholders = (text: string) =>
  [...text.matchAll(/{{\s*(\w+)|<(\w+)>/g)].map((match) => match[1] ?? match[2]).sort();

describe('the words of the app', () => {
  it('are complete in both languages', () => {
    expect(baseKeys(languages.vi)).toEqual(baseKeys(languages.en));
  });

  it.each(Object.entries(languages))('have every plural form of %s', (language, words) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const pluralKeys = [...words.keys()].filter((key) => plural.test(key));
    const missing = [...new Set(pluralKeys.map((key) => key.replace(plural, '')))].flatMap((base) =>
      forms.map((form) => `${base}_${form}`).filter((key) => !words.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it('carry the same placeholders in both languages', () => {
    const different = [...languages.vi].filter(([key, text]) => {
      const english = languages.en.get(key);
      return english !== undefined && placeholders(text).join() !== placeholders(english).join();
    });
    expect(different).toEqual([]);
  });

  it.each(Object.entries(languages))('do not shout or leave a gap in %s', (_language, words) => {
    const faults = [...words].filter(([, text]) => text.trim() === '' || text.includes('!'));
    expect(faults).toEqual([]);
  });
});

/** Sources as text: a key is in use when it stands in one of them between quotes. */
const sources = Object.entries(
  import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
)
  .filter(([path]) => !path.includes('.test.') && !path.startsWith('./'))
  .map(([, text]) => text)
  .join('\n');

/** Keys put together at run time, such as `preview.${kind}`: what stands for the gap is one name. */
const composed = [...sources.matchAll(/`((?:[\w.:]|\$\{[^`}]+\})+)`/g)]
  .map((match) => match[1] ?? '')
  .filter(
    (template) => template.includes('${') && /\w\.|\.\w/.test(template.replace(/\$\{[^}]+\}/g, '')),
  )
  .map(
    (template) =>
      new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '\\w+')}$`),
  );

it('has no word that nothing shows', () => {
  const unused = baseKeys(languages.en).filter((key) => {
    const [namespace = '', ...rest] = key.split('.');
    // Problems are looked up by the server's own codes.
    if (namespace === 'problems') return false;
    const inner = rest.join('.');
    const literal = [`'${inner}'`, `"${inner}"`, `:${inner}'`].some((use) => sources.includes(use));
    return !literal && !composed.some((pattern) => pattern.test(inner));
  });
  expect(unused).toEqual([]);
});
