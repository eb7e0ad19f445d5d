import type { Sticker, StickerPack } from '@tingting/sdk';
import type { Language } from '@/i18n/languages';
import { findStickers } from './findStickers';

/** Stickers that are shown together; what was sought needs no heading. */
export interface Shelf {
  readonly id: string;
  readonly name: string | null;
  readonly stickers: readonly Sticker[];
}

interface Wish {
  readonly sought: string;
  /** Ids, the newest first. */
  readonly recent: readonly string[];
  readonly recentName: string;
  readonly language: Language;
}

/** What the picker shows: all that fits the words, or what was sent last and then the packs. */
export function shelvesOf(packs: readonly StickerPack[], wish: Wish): readonly Shelf[] {
  const { sought, recent, recentName, language } = wish;
  if (sought.trim() !== '') {
    return filled([{ id: 'found', name: null, stickers: findStickers(packs, sought) }]);
  }
  const all = packs.flatMap(({ stickers }) => stickers);
  const known = recent.flatMap((id) => all.find(({ sticker_id }) => sticker_id === id) ?? []);
  return filled([
    { id: 'recent', name: recentName, stickers: known },
    ...packs.map(({ pack_id, name, stickers }) => ({
      id: pack_id,
      name: name[language],
      stickers,
    })),
  ]);
}

const filled = (shelves: readonly Shelf[]) => shelves.filter(({ stickers }) => stickers.length > 0);
