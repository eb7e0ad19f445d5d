import { useRef, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '@/shortcuts/matches';
import { useMediaQuery } from '@/ui/useMediaQuery';
import type { Completion } from '../mentions/useCompletion';
import { isSubmitKey } from './submitKey';
import { useAutoGrow } from './useAutoGrow';

interface ComposerFieldProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly label: string;
  readonly text: string;
  readonly invalid: boolean;
  readonly completion: Completion;
  readonly onWrite: (text: string) => void;
  readonly onSubmit: () => void;
  /** Arrow up with nothing written; false when there is nothing to edit. */
  readonly onEditLast: () => boolean;
  /** False when there is nothing to give up. */
  readonly onEscape: () => boolean;
}

/** The text one writes: grows with it, Enter sends, Shift+Enter breaks the line. */
export function ComposerField(props: ComposerFieldProps) {
  const { ref, label, text, invalid, completion, onWrite, onSubmit, onEditLast, onEscape } = props;
  const { t } = useTranslation('conversation');
  const hasKeyboard = useMediaQuery('(pointer: fine)');
  const field = useRef<HTMLTextAreaElement>(null);
  const offering = completion.offered.length > 0;
  useAutoGrow(field, text);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (completion.takesKey(event)) return;
    if (isSubmitKey(event.nativeEvent)) {
      event.preventDefault();
      onSubmit();
    } else if (text === '' && matches('edit_last', event)) {
      if (onEditLast()) event.preventDefault();
    } else if (event.key === 'Escape' && onEscape()) event.preventDefault();
  };

  return (
    <textarea
      ref={(element) => {
        field.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref) ref.current = element;
      }}
      rows={1}
      // Who opens a room wants to write. On a touch screen it would bring up the keyboard.
      // eslint-disable-next-line jsx-a11y-x/no-autofocus
      autoFocus={hasKeyboard}
      value={text}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-autocomplete="list"
      aria-controls={offering ? completion.listId : undefined}
      aria-activedescendant={offering ? `${completion.listId}-${completion.active}` : undefined}
      placeholder={t('placeholder')}
      enterKeyHint="send"
      className="block max-h-[40cqh] min-w-0 flex-1 resize-none overflow-y-auto bg-transparent py-2 leading-5 placeholder:text-ink-faint focus-visible:outline-none"
      onChange={(event) => onWrite(event.target.value)}
      onSelect={completion.look}
      onBlur={completion.close}
      onKeyDown={onKeyDown}
    />
  );
}
