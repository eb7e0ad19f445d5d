import { useTranslation } from 'react-i18next';
import { MessageContext } from '../message/MessageContext';
import { MessageMeta } from '../message/MessageMeta';
import { isPlain, type Entry } from '../timeline/entry';
import { cn } from '@/ui/cn';
import type { SentSticker } from './stickerOf';

interface StickerMessageProps {
  readonly entry: Entry;
  readonly sticker: SentSticker;
  readonly own: boolean;
  /** Of a bubble, for what it answers. */
  readonly looks: string;
}

/** A sticker stands without a bubble; its place is there before the picture is. */
export function StickerMessage({ entry, sticker, own, looks }: StickerMessageProps) {
  const { t } = useTranslation('conversation');
  return (
    <div className={cn('flex min-w-0 flex-col gap-1', own ? 'items-end' : 'items-start')}>
      {!isPlain(entry) && (
        <div className={looks}>
          <MessageContext entry={entry} />
        </div>
      )}
      <div className="flex items-end">
        <img
          src={sticker.url}
          alt={t('sticker.message', { emoji: sticker.emoji })}
          width={160}
          height={160}
          decoding="async"
          draggable={false}
          className="size-40 object-contain"
        />
        <MessageMeta entry={entry} own={own} />
      </div>
    </div>
  );
}
