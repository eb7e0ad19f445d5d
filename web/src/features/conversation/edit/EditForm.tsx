import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { tidy } from '../composer/draftOf';
import { maxLength } from '../composer/limits';
import { isSubmitKey } from '../composer/submitKey';
import { useAutoGrow } from '../composer/useAutoGrow';
import { useColumn, useColumnState } from '../column/useColumn';
import { useMentionsIn } from '../mentions/useMentionsIn';
import { useConversation } from '../useConversation';

/** In place of a message, its words to change: Enter keeps them, Escape leaves them as they were. */
export function EditForm() {
  const { t } = useTranslation('conversation');
  const problemText = useProblemText();
  const conversation = useConversation();
  const column = useColumn();
  const editing = useColumnState((state) => state.editing);
  const mentionsIn = useMentionsIn();
  const field = useRef<HTMLTextAreaElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useAutoGrow(field, editing?.content ?? '');

  useEffect(() => {
    // It is taller than the message was.
    field.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);

  if (!editing) return null;
  const { message, content } = editing;
  const text = tidy(content);
  const keeps = text !== '' && text.length <= maxLength;

  const leave = () => {
    // The words go, and the focus would with them: the message itself has it next.
    field.current?.closest<HTMLElement>('[data-message]')?.focus();
    column.setState({ editing: null });
  };
  const save = async () => {
    if (!keeps || busy) return;
    if (text === message.content) {
      leave();
      return;
    }
    setBusy(true);
    try {
      const { mentions } = mentionsIn(text);
      await conversation.edit(message.message_id, { content: text, mentions });
      leave();
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') leave();
    else if (isSubmitKey(event.nativeEvent)) {
      event.preventDefault();
      void save();
    }
    // The keys of the timeline are not meant here.
    event.stopPropagation();
  };

  return (
    <form
      className="w-[min(34rem,78vw)] scroll-m-3 rounded-lg bg-surface p-1.5 ring-2 ring-focus"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        ref={(element) => {
          if (element && !field.current) {
            element.focus({ preventScroll: true });
            element.setSelectionRange(content.length, content.length);
          }
          field.current = element;
        }}
        rows={1}
        value={content}
        aria-label={t('edit.label')}
        aria-invalid={problem !== null || text.length > maxLength || undefined}
        className="block max-h-[40cqh] w-full resize-none overflow-y-auto bg-transparent px-1.5 py-1 leading-5 focus-visible:outline-none"
        onChange={(event) => column.setState({ editing: { message, content: event.target.value } })}
        onKeyDown={onKeyDown}
      />
      {problem !== null && (
        <p role="alert" className="px-1.5 py-1 text-xs text-danger-ink">
          {problem}
        </p>
      )}
      <div className="mt-1 flex justify-end gap-1.5">
        <Button variant="quiet" className="h-8 px-2.5 text-sm" onClick={leave}>
          {t('edit.cancel')}
        </Button>
        <Button type="submit" className="h-8 px-2.5 text-sm" busy={busy} disabled={!keeps}>
          {t('edit.save')}
        </Button>
      </div>
    </form>
  );
}
