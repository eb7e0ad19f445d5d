import type { Sticker, StickerPack } from '@tingting/sdk';
import { describe, expect, it } from 'vitest';
import { shippedStickers } from '@/testing/shippedStickers';
import { findStickers } from './findStickers';
import { shelvesOf } from './shelves';

const packs: readonly StickerPack[] = shippedStickers;
const names = (stickers: readonly Sticker[]) => stickers.map(({ name }) => name.en);

describe('the search for stickers', () => {
  it('knows both languages, with and without marks', () => {
    expect(names(findStickers(packs, 'sầu riêng'))).toEqual(['Sad durian']);
    expect(names(findStickers(packs, 'SAU RIENG'))).toEqual(['Sad durian']);
    expect(names(findStickers(packs, 'durian sad'))).toEqual(['Sad durian']);
  });

  it('knows them by their emoji', () => {
    expect(names(findStickers(packs, '🎉'))).toEqual(['Celebrating']);
  });
});

describe('the shelves', () => {
  const wish = { sought: '', recent: [], recentName: 'Recent', language: 'vi' } as const;

  it('are the packs, after what was sent last', () => {
    const [first] = packs[1]!.stickers;
    const recent = ['gone', first!.sticker_id];
    expect(shelvesOf(packs, wish).map(({ name }) => name)).toEqual(['Nghé con', 'Món ngon']);
    expect(shelvesOf(packs, { ...wish, recent })[0]).toMatchObject({
      name: 'Recent',
      stickers: [first],
    });
  });

  it('are one without a heading while something is sought, and none where nothing is found', () => {
    expect(shelvesOf(packs, { ...wish, sought: 'phở' })).toMatchObject([{ name: null }]);
    expect(shelvesOf(packs, { ...wish, sought: 'không ai có' })).toEqual([]);
  });
});
