import { useState } from 'react';
import type { Sticker } from '@tingting/sdk';
import { Tabs } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { Queries } from '@/client/Queries';
import { StickerPicker } from '../stickers/StickerPicker';
import EmojiPicker from './EmojiPicker';

const tabs = ['emoji', 'stickers'] as const;
type Tab = (typeof tabs)[number];

/** Which of the two was used last: it opens there again. */
let lastTab: Tab = 'emoji';

interface PickerProps {
  readonly onEmoji: (emoji: string) => void;
  readonly onSticker: ((sticker: Sticker) => void) | null;
}

export default function Picker({ onEmoji, onSticker }: PickerProps) {
  const { t } = useTranslation('conversation');
  const [tab, setTab] = useState(onSticker ? lastTab : 'emoji');
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(value) => {
        lastTab = value as Tab;
        setTab(lastTab);
      }}
      className="w-80"
    >
      <Tabs.List
        aria-label={t('picker.open')}
        className="grid grid-cols-2 gap-1 border-b border-line p-1"
      >
        {tabs.map((name) => (
          <Tabs.Trigger
            key={name}
            value={name}
            disabled={name === 'stickers' && onSticker === null}
            className="h-8 rounded-md text-sm font-medium text-ink-soft hover:bg-hover disabled:opacity-50 data-[state=active]:bg-accent-soft data-[state=active]:text-accent-ink pointer-coarse:h-10"
          >
            {t(`picker.${name}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value="emoji" tabIndex={-1}>
        <EmojiPicker onPick={onEmoji} />
      </Tabs.Content>
      <Tabs.Content value="stickers" tabIndex={-1}>
        {onSticker && (
          <Queries>
            <StickerPicker onPick={onSticker} />
          </Queries>
        )}
      </Tabs.Content>
    </Tabs.Root>
  );
}
