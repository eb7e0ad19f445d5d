import type { Sticker, StickerPack } from '@tingting/sdk';
import { plain } from '@/client/matchesName';

/**
 * Stickers whose names have all the words, in whichever language and without marks too, or whose
 * emoji is the one.
 */
export function findStickers(packs: readonly StickerPack[], sought: string): readonly Sticker[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  return packs
    .flatMap(({ stickers }) => stickers)
    .filter(({ name, emoji }) => {
      const said = plain(`${name.vi} ${name.en} ${emoji}`);
      return words.every((word) => said.includes(word));
    });
}
