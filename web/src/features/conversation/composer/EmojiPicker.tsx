import { useMemo, useState } from 'react';
import { EmojiPicker as Picker } from 'frimousse';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/client/useMe';
import { isLanguage } from '@/i18n/languages';
import { useMediaQuery } from '@/ui/useMediaQuery';
import { emojiData } from './emojiData';
import { EmojiCategory, EmojiChoice, EmojiRow } from './EmojiListParts';
import { RecentEmoji } from './RecentEmoji';
import { recentPicks } from './recentPicks';

const columns = 8;

/** Search, what one has picked last, the list, and the name of what one is about to pick. Arrow keys move, Enter picks. */
export default function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { t, i18n } = useTranslation('conversation');
  // On a touch screen the focus would bring up a keyboard over half of the list.
  const hasKeyboard = useMediaQuery('(pointer: fine)');
  const me = useMe().user_id;
  const recent = useMemo(() => recentPicks('emoji', me, columns), [me]);
  const recently = recent.list();
  const [sought, setSought] = useState('');
  const pick = (emoji: string) => {
    recent.add(emoji);
    onPick(emoji);
  };
  return (
    <Picker.Root
      locale={i18n.language}
      columns={columns}
      resolveEmojiData={(locale) => emojiData(isLanguage(locale) ? locale : 'en')}
      onEmojiSelect={({ emoji }) => pick(emoji)}
      className="isolate flex h-88 w-80 flex-col"
    >
      <div className="flex items-center gap-2 p-2">
        <Picker.Search
          // Opening the picker is asking for it: one types a name right away.
          // eslint-disable-next-line jsx-a11y-x/no-autofocus
          autoFocus={hasKeyboard}
          aria-label={t('emoji.search')}
          placeholder={t('emoji.search')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          className="h-9 min-w-0 flex-1 appearance-none rounded-md bg-sunken px-3 placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
        />
        <Picker.SkinToneSelector
          aria-label={t('emoji.skin_tone')}
          className="grid size-9 place-items-center rounded-md text-lg hover:bg-hover"
        />
      </div>
      {sought === '' && recently.length > 0 && <RecentEmoji emoji={recently} onPick={pick} />}
      <Picker.Viewport className="relative flex-1 scroll-area outline-none">
        <Picker.Loading className="absolute inset-0 grid place-items-center text-ink-faint">
          {t('emoji.loading')}
        </Picker.Loading>
        <Picker.Empty className="absolute inset-0 grid place-items-center text-ink-faint">
          {t('emoji.none')}
        </Picker.Empty>
        <Picker.List
          className="pb-2 select-none"
          components={{ CategoryHeader: EmojiCategory, Row: EmojiRow, Emoji: EmojiChoice }}
        />
      </Picker.Viewport>
      <div className="flex h-9 items-center gap-2 border-t border-line px-3 text-sm text-ink-soft">
        <Picker.ActiveEmoji>
          {({ emoji }) =>
            emoji && (
              <>
                <span aria-hidden className="text-lg">
                  {emoji.emoji}
                </span>
                <span className="truncate">{emoji.label}</span>
              </>
            )
          }
        </Picker.ActiveEmoji>
      </div>
    </Picker.Root>
  );
}
