import { lazy, Suspense, useState } from 'react';
import { Smile } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import { EmojiPickerFailed } from './EmojiPickerFailed';
import { EmojiPickerSkeleton } from './EmojiPickerSkeleton';

/** The picker and its names are fetched when somebody wants an emoji, not before. */
const EmojiPicker = lazy(() =>
  import('./EmojiPicker').catch(() => ({ default: EmojiPickerFailed })),
);

export function EmojiButton({ onPick }: { onPick: (emoji: string) => void }) {
  const { t } = useTranslation('conversation');
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton label={t('emoji.open')} tooltipSide="top">
          <Smile aria-hidden />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="start"
          sideOffset={10}
          collisionPadding={8}
          aria-label={t('emoji.open')}
          className="z-40 animate-pop-in overflow-hidden rounded-lg bg-raised shadow-float ring-1 ring-line"
          onCloseAutoFocus={(event) => {
            if (picked === null) return;
            // The focus goes back to the words, not to the button.
            event.preventDefault();
            onPick(picked);
            setPicked(null);
          }}
        >
          <Suspense fallback={<EmojiPickerSkeleton />}>
            <EmojiPicker
              onPick={(emoji) => {
                setPicked(emoji);
                setOpen(false);
              }}
            />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
