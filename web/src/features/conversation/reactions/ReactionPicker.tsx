import { lazy, Suspense, useRef } from 'react';
import { Popover } from 'radix-ui';
import type { Message } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { EmojiPickerFailed } from '../composer/EmojiPickerFailed';
import { EmojiPickerSkeleton } from '../composer/EmojiPickerSkeleton';
import type { Anchor } from '../column/column';
import { useReturnFocus } from '../overlays/useReturnFocus';
import { useReact } from './useReact';

const EmojiPicker = lazy(() =>
  import('../composer/EmojiPicker').catch(() => ({ default: EmojiPickerFailed })),
);

interface ReactionPickerProps {
  readonly message: Message;
  readonly at: Anchor;
  readonly onClose: () => void;
}

/** Any emoji, to react with. */
export function ReactionPicker({ message, at, onClose }: ReactionPickerProps) {
  const { t } = useTranslation('conversation');
  const react = useReact(message);
  const returnFocus = useReturnFocus();
  const picked = useRef<string | null>(null);
  const { left, top, width, height } = at;
  return (
    <Popover.Root open onOpenChange={onClose}>
      <Popover.Anchor asChild>
        <span
          aria-hidden
          className="pointer-events-none fixed"
          style={{ left, top, width, height }}
        />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          sideOffset={8}
          collisionPadding={8}
          aria-label={t('actions.react')}
          className="z-50 animate-pop-in overflow-hidden rounded-lg bg-raised shadow-float ring-1 ring-line"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus();
            if (picked.current !== null) react(picked.current);
          }}
        >
          <Suspense fallback={<EmojiPickerSkeleton />}>
            <EmojiPicker
              onPick={(emoji) => {
                picked.current = emoji;
                onClose();
              }}
            />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
