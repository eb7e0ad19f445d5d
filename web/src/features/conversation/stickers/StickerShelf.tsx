import { useId } from 'react';
import type { Sticker } from '@tingting/sdk';
import type { Language } from '@/i18n/languages';
import type { Shelf } from './shelves';

interface StickerShelfProps {
  readonly shelf: Shelf;
  readonly language: Language;
  /** Whether the keyboard enters the list here. */
  readonly first: boolean;
  readonly onLook: (sticker: Sticker) => void;
  readonly onPick: (sticker: Sticker) => void;
}

export function StickerShelf({ shelf, language, first, onLook, onPick }: StickerShelfProps) {
  const heading = useId();
  return (
    <section aria-labelledby={shelf.name === null ? undefined : heading}>
      {shelf.name !== null && (
        <p
          id={heading}
          className="sticky top-0 z-1 bg-raised px-3 pt-2 pb-1 text-xs font-semibold text-ink-faint"
        >
          {shelf.name}
        </p>
      )}
      <div className="grid grid-cols-4 gap-1 px-2">
        {shelf.stickers.map((sticker, index) => (
          <button
            key={sticker.sticker_id}
            type="button"
            data-roving
            tabIndex={first && index === 0 ? 0 : -1}
            aria-label={sticker.name[language]}
            className="aspect-square rounded-md p-1 hover:bg-hover focus-visible:bg-hover"
            onPointerEnter={() => onLook(sticker)}
            onFocus={() => onLook(sticker)}
            onClick={() => onPick(sticker)}
          >
            <img
              src={sticker.url}
              alt=""
              width={sticker.width}
              height={sticker.height}
              loading="lazy"
              decoding="async"
              draggable={false}
              className="size-full object-contain"
            />
          </button>
        ))}
      </div>
    </section>
  );
}
