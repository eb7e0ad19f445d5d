import type { EmojiData } from 'frimousse';
import { languageCodes, type Language } from '@/i18n/languages';
import { plain } from '@/client/matchesName';

type EmojiDataEmoji = EmojiData['emojis'][number];

/** Newer ones are still boxes on many machines. */
const newest = 15;

/** Skin tones and hair by themselves: parts of other emoji. */
const components = 2;

/** Names in each language are a file of their own, fetched when the picker first opens in it. */
const sources = {
  en: async () => ({
    emojis: (await import('emojibase-data/en/data.json')).default,
    messages: (await import('emojibase-data/en/messages.json')).default,
  }),
  vi: async () => ({
    emojis: (await import('emojibase-data/vi/data.json')).default,
    messages: (await import('emojibase-data/vi/messages.json')).default,
  }),
} as const;

/**
 * What frimousse shows, from data that was built into the app: nothing comes from elsewhere. It
 * finds an emoji by its names in every language, and without marks too.
 */
export async function emojiData(language: Language): Promise<EmojiData> {
  const [{ emojis, messages }, ...others] = await Promise.all([
    sources[language](),
    ...languageCodes.filter((code) => code !== language).map((code) => sources[code]()),
  ]);
  const otherNames = new Map<string, readonly string[]>(
    others.flatMap((other) => other.emojis.map((entry) => [entry.emoji, namesOf(entry)])),
  );
  return {
    locale: language,
    emojis: emojis.flatMap((entry): EmojiDataEmoji[] => {
      const { emoji, label, group, version } = entry;
      if (group === undefined || group === components || version > newest) return [];
      const tags = [...namesOf(entry), ...(otherNames.get(emoji) ?? [])];
      const skins = skinsOf(entry.skins ?? []);
      return [
        {
          emoji,
          label,
          category: group,
          version,
          tags: [...tags, ...tags.map(plain)],
          ...(skins && { skins }),
        },
      ];
    }),
    categories: messages.groups
      .filter(({ order }) => order !== components)
      .map(({ order, message }) => ({ index: order, label: message })),
    skinTones: {
      light: tone(messages, 'light'),
      'medium-light': tone(messages, 'medium-light'),
      medium: tone(messages, 'medium'),
      'medium-dark': tone(messages, 'medium-dark'),
      dark: tone(messages, 'dark'),
    },
  };
}

function namesOf(entry: { readonly label: string; readonly tags?: readonly string[] }) {
  return [entry.label, ...(entry.tags ?? [])];
}

interface Skin {
  readonly emoji: string;
  readonly tone?: number | number[] | undefined;
}

function skinsOf(skins: readonly Skin[]): EmojiDataEmoji['skins'] {
  const of = (wanted: number) => skins.find((skin) => skin.tone === wanted)?.emoji;
  const [light, mediumLight, medium, mediumDark, dark] = [1, 2, 3, 4, 5].map(of);
  if (!light || !mediumLight || !medium || !mediumDark || !dark) return undefined;
  return { light, 'medium-light': mediumLight, medium, 'medium-dark': mediumDark, dark };
}

function tone(
  messages: { readonly skinTones: readonly { key: string; message: string }[] },
  key: string,
): string {
  return messages.skinTones.find((it) => it.key === key)?.message ?? key;
}
