import type { Message } from '@tingting/sdk';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { cn } from '@/ui/cn';
import { quickEmoji } from './actionLooks';

interface QuickReactionsProps {
  readonly message: Message;
  readonly onPick: (emoji: string) => void;
}

/** At the head of the menu. */
export function QuickReactions({ message, onPick }: QuickReactionsProps) {
  const { t } = useTranslation('conversation');
  return (
    <DropdownMenu.Group className="-mx-1 mb-1 flex justify-between border-b border-line px-1 pb-1">
      {quickEmoji.map((emoji) => {
        const given = message.reactions.some((one) => one.emoji === emoji && one.me === true);
        return (
          <DropdownMenu.Item
            key={emoji}
            aria-label={t('actions.react_with', { emoji })}
            className={cn(
              'grid size-9 cursor-pointer place-items-center rounded-sm text-lg select-none focus:outline-none data-highlighted:bg-hover',
              given && 'bg-accent-soft',
            )}
            onSelect={() => onPick(emoji)}
          >
            {emoji}
          </DropdownMenu.Item>
        );
      })}
    </DropdownMenu.Group>
  );
}
