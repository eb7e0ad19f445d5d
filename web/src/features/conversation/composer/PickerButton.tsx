import { lazy, Suspense, useRef, useState } from 'react';
import type { Sticker } from '@tingting/sdk';
import { Smile } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import { EmojiPickerFailed } from './EmojiPickerFailed';
import { EmojiPickerSkeleton } from './EmojiPickerSkeleton';

/** The picker and its names are fetched when somebody wants an emoji, not before. */
const Picker = lazy(() => import('./Picker').catch(() => ({ default: EmojiPickerFailed })));

interface PickerButtonProps {
  readonly onEmoji: (emoji: string) => void;
  /** Null while none can be sent. */
  readonly onSticker: ((sticker: Sticker) => void) | null;
}

/** Emoji to write, and stickers to send. */
export function PickerButton({ onEmoji, onSticker }: PickerButtonProps) {
  const { t } = useTranslation('conversation');
  const [open, setOpen] = useState(false);
  const picked = useRef<(() => void) | null>(null);
  const closeAnd = (act: () => void) => {
    picked.current = act;
    setOpen(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton label={t('picker.open')} tooltipSide="top">
          <Smile aria-hidden />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="start"
          sideOffset={10}
          collisionPadding={8}
          aria-label={t('picker.open')}
          className="z-40 animate-pop-in overflow-hidden rounded-lg bg-raised shadow-float ring-1 ring-line"
          onCloseAutoFocus={(event) => {
            if (picked.current === null) return;
            // The focus goes back to the words, not to the button.
            event.preventDefault();
            picked.current();
            picked.current = null;
          }}
        >
          <Suspense fallback={<EmojiPickerSkeleton />}>
            <Picker
              onEmoji={(emoji) => closeAnd(() => onEmoji(emoji))}
              onSticker={onSticker && ((sticker) => closeAnd(() => onSticker(sticker)))}
            />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
