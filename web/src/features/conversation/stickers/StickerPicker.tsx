import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Sticker } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/client/useMe';
import { isLanguage } from '@/i18n/languages';
import { Button } from '@/ui/Button';
import { SearchInput } from '@/ui/SearchInput';
import { useGridFocus } from '@/ui/useGridFocus';
import { useMediaQuery } from '@/ui/useMediaQuery';
import { recentPicks } from '../composer/recentPicks';
import { shelvesOf } from './shelves';
import { StickerShelf } from './StickerShelf';
import { StickerShelfSkeleton } from './StickerShelfSkeleton';
import { useStickerPacks } from './useStickerPacks';

const mostRecent = 8;

/** Search, what one has sent last, and the packs. Arrow keys move, Enter picks. */
export function StickerPicker({ onPick }: { onPick: (sticker: Sticker) => void }) {
  const { t, i18n } = useTranslation('conversation');
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const me = useMe().user_id;
  const recent = useMemo(() => recentPicks('stickers', me, mostRecent), [me]);
  const { data: packs, isError, refetch } = useStickerPacks();
  const [sought, setSought] = useState('');
  const [looked, setLooked] = useState<Sticker | null>(null);
  // On a touch screen the focus would bring up a keyboard over half of the list.
  const hasKeyboard = useMediaQuery('(pointer: fine)');
  const moveFocus = useGridFocus();
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();

  const shelves = shelvesOf(packs ?? [], {
    sought,
    recent: recent.list(),
    recentName: t('picker.recent'),
    language,
  });
  const pick = (sticker: Sticker) => {
    recent.add(sticker.sticker_id);
    onPick(sticker);
  };
  const onSearchKey = (event: KeyboardEvent) => {
    const first = shelves[0]?.stickers[0];
    if (event.key === 'Enter' && sought.trim() !== '' && first) {
      event.preventDefault();
      pick(first);
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('[data-roving]')?.focus();
    }
  };

  return (
    <div className="isolate flex h-88 flex-col">
      <div className="p-2">
        <SearchInput
          // Opening the stickers is asking for one: one types a name right away.
          // eslint-disable-next-line jsx-a11y-x/no-autofocus
          autoFocus={hasKeyboard}
          aria-label={t('sticker.search')}
          aria-controls={listId}
          placeholder={t('sticker.search')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          onKeyDown={onSearchKey}
        />
      </div>
      {/* The keys are those of the buttons within. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-static-element-interactions */}
      <div
        ref={list}
        id={listId}
        className="relative flex-1 scroll-area pb-2"
        onKeyDown={moveFocus}
      >
        {shelves.map((shelf, index) => (
          <StickerShelf
            key={shelf.id}
            shelf={shelf}
            language={language}
            first={index === 0}
            onLook={setLooked}
            onPick={pick}
          />
        ))}
        {!packs && !isError && <StickerShelfSkeleton />}
        {isError && (
          <div className="absolute inset-0 flex flex-col items-center justify-center gap-3 text-ink-soft">
            <p>{t('sticker.failed')}</p>
            <Button onClick={() => void refetch()}>{t('try_again')}</Button>
          </div>
        )}
        {packs && shelves.length === 0 && (
          <p className="absolute inset-0 grid place-items-center text-ink-faint">
            {t('sticker.none')}
          </p>
        )}
      </div>
      <div className="flex h-9 items-center gap-2 border-t border-line px-3 text-sm text-ink-soft">
        {looked && (
          <>
            <span aria-hidden className="text-lg">
              {looked.emoji}
            </span>
            <span className="truncate">{looked.name[language]}</span>
          </>
        )}
      </div>
    </div>
  );
}
