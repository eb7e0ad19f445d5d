import { useEffect, useRef } from 'react';
import type { Room, Sticker } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/client/useMe';
import { useRoomTitle } from '@/client/useRoomTitle';
import { useShortcuts } from '@/shortcuts/useShortcuts';
import { cn } from '@/ui/cn';
import { nothingWritten } from '../column/column';
import { useColumn, useColumnState } from '../column/useColumn';
import { CompletionList } from '../mentions/CompletionList';
import { useCompletion } from '../mentions/useCompletion';
import { useMentionsIn } from '../mentions/useMentionsIn';
import { ScheduleButton } from '../schedule/ScheduleButton';
import { TypingLine } from '../typing/TypingLine';
import { useConversation } from '../useConversation';
import { ComposerField } from './ComposerField';
import { draftOf, tidy } from './draftOf';
import { insertAtCaret } from './insertAtCaret';
import { lastEditable } from './lastEditable';
import { LengthCounter } from './LengthCounter';
import { maxLength } from './limits';
import { PickerButton } from './PickerButton';
import { ReplyBar } from './ReplyBar';
import { SendButton } from './SendButton';
import { SlowModeNote } from './SlowModeNote';
import { useKeptDraft } from './useKeptDraft';
import { useSlowMode } from './useSlowMode';

/** Where one writes. Beneath it, in a line that is always there, who else is typing. */
export function Composer({ room }: { room: Room }) {
  const { t } = useTranslation('conversation');
  const me = useMe().user_id;
  const conversation = useConversation();
  const column = useColumn();
  const title = useRoomTitle(room);
  const field = useRef<HTMLTextAreaElement>(null);
  const { content, replyTo } = useColumnState((state) => state.writing);
  const completion = useCompletion(room, field);
  const mentionsIn = useMentionsIn();
  const length = tidy(content).length;
  const tooLong = length > maxLength;
  const wait = useSlowMode(room);
  useKeptDraft();
  useShortcuts({ compose: () => field.current?.focus() });

  const answered = useRef(replyTo);
  useEffect(() => {
    // Who chose a message to answer writes next.
    if (replyTo !== null && replyTo !== answered.current) field.current?.focus();
    answered.current = replyTo;
  }, [replyTo]);

  const write = (next: string) =>
    column.setState(({ writing }) => ({ writing: { ...writing, content: next } }));
  const answerNothing = () =>
    column.setState(({ writing }) => ({ writing: { ...writing, replyTo: null } }));
  const send = () => {
    const draft = draftOf({ content, replyTo }, mentionsIn);
    if (!draft || wait > 0) return;
    conversation.send(draft);
    conversation.typing(false);
    column.setState({ writing: nothingWritten });
    field.current?.focus();
  };
  const sendSticker = ({ emoji, url }: Sticker) => {
    const reply = replyTo !== null && { reply_to: replyTo };
    conversation.send({ kind: 'sticker', content: emoji, file_url: url, ...reply });
    answerNothing();
    field.current?.focus();
  };
  const editLast = () => {
    const message = lastEditable(conversation.store.getState().messages, me, room);
    if (message) column.setState({ editing: { message, content: message.content ?? '' } });
    return message !== undefined;
  };

  return (
    <div className="mx-auto w-full max-w-200 shrink-0 px-2 pt-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] two:px-4">
      <div
        className={cn(
          'relative rounded-lg bg-surface p-1 ring-1 ring-line-strong transition-shadow',
          'focus-within:ring-focus',
          tooLong && 'ring-danger focus-within:ring-danger',
        )}
      >
        <CompletionList completion={completion} />
        {replyTo !== null && <ReplyBar to={replyTo} onCancel={answerNothing} />}
        <div className="flex items-end gap-1">
          <PickerButton
            onEmoji={(emoji) => {
              if (field.current) insertAtCaret(field.current, emoji);
            }}
            onSticker={wait > 0 ? null : sendSticker}
          />
          <ComposerField
            ref={field}
            label={t('compose', { room: title })}
            text={content}
            invalid={tooLong}
            completion={completion}
            onWrite={(next) => {
              write(next);
              conversation.typing(next.trim() !== '');
            }}
            onSubmit={send}
            onEditLast={editLast}
            onEscape={() => {
              if (replyTo === null) return false;
              answerNothing();
              return true;
            }}
          />
          <ScheduleButton />
          <SendButton disabled={length === 0 || tooLong || wait > 0} onSend={send} />
        </div>
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
