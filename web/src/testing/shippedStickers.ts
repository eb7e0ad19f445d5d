import type { StickerPack } from '@tingting/sdk';
import packs from '../../../src/main/resources/tingting/sticker/packs.json';

/** The packs that the server ships, as it tells of them. */
export const shippedStickers = packs.map((pack) => ({
  ...pack,
  stickers: pack.stickers.map(({ sticker_id, emoji, name }) => ({
    sticker_id,
    emoji,
    name,
    url: `/media/stickers/${sticker_id}.webp`,
    width: 512,
    height: 512,
  })),
})) as unknown as readonly StickerPack[];
