import { useRef } from 'react';
import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useRoomTitle } from '@/client/useRoomTitle';
import { useShortcuts } from '@/shortcuts/useShortcuts';
import { cn } from '@/ui/cn';
import { TypingLine } from '../typing/TypingLine';
import { useConversation } from '../useConversation';
import { ComposerField } from './ComposerField';
import { EmojiButton } from './EmojiButton';
import { insertAtCaret } from './insertAtCaret';
import { LengthCounter } from './LengthCounter';
import { maxLength } from './limits';
import { SendButton } from './SendButton';
import { sendText, tidy } from './sendText';
import { SlowModeNote } from './SlowModeNote';
import { useDraft } from './useDraft';
import { useSlowMode } from './useSlowMode';

/** Where one writes. Beneath it, in a line that is always there, who else is typing. */
export function Composer({ room }: { room: Room }) {
  const { t } = useTranslation('conversation');
  const conversation = useConversation();
  const title = useRoomTitle(room);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, write] = useDraft(room.room_id);
  const length = tidy(text).length;
  const tooLong = length > maxLength;
  const wait = useSlowMode(room);

  useShortcuts({ compose: () => field.current?.focus() });

  const send = () => {
    if (wait > 0 || !sendText(conversation, text)) return;
    conversation.typing(false);
    write('');
    field.current?.focus();
  };

  return (
    <div className="mx-auto w-full max-w-200 shrink-0 px-2 pt-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] two:px-4">
      <div
        className={cn(
          'flex items-end gap-1 rounded-lg bg-surface p-1 ring-1 ring-line-strong transition-shadow',
          'focus-within:ring-focus',
          tooLong && 'ring-danger focus-within:ring-danger',
        )}
      >
        <EmojiButton
          onPick={(emoji) => {
            if (field.current) insertAtCaret(field.current, emoji);
          }}
        />
        <ComposerField
          ref={field}
          label={t('compose', { room: title })}
          text={text}
          invalid={tooLong}
          onWrite={(next) => {
            write(next);
            conversation.typing(next.trim() !== '');
          }}
          onSubmit={send}
        />
        <SendButton disabled={length === 0 || tooLong || wait > 0} onSend={send} />
      </div>
      <div className="flex h-5 items-center justify-between gap-3 px-3 text-xs">
        <TypingLine />
        <span className="flex shrink-0 gap-3">
          <SlowModeNote room={room} wait={wait} />
          <LengthCounter length={length} />
        </span>
      </div>
    </div>
  );
}
