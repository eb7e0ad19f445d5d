import { useRef } from 'react';
import type { Message } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { cn } from '@/ui/cn';
import { Sheet } from '@/ui/Sheet';
import { useReturnFocus } from '../overlays/useReturnFocus';
import { useReact } from '../reactions/useReact';
import { actionIcons, quickEmoji } from './actionLooks';
import { useAct } from './useAct';
import { useMessageActions } from './useMessageActions';

interface MessageSheetProps {
  readonly message: Message;
  readonly onClose: () => void;
}

/** Everything one may do with a message, by thumb. */
export function MessageSheet({ message, onClose }: MessageSheetProps) {
  const { t } = useTranslation('conversation');
  const actions = useMessageActions(message);
  const act = useAct();
  const react = useReact(message);
  const returnFocus = useReturnFocus();
  const chosen = useRef<() => void>(() => undefined);
  const choose = (then: () => void) => {
    chosen.current = then;
    onClose();
  };
  return (
    <Sheet
      label={t('actions.label')}
      onClose={onClose}
      onClosed={() => {
        returnFocus();
        chosen.current();
      }}
    >
      {actions.includes('react') && (
        <div className="mb-1 flex justify-between px-1">
          {quickEmoji.map((emoji) => {
            const given = message.reactions.some((one) => one.emoji === emoji && one.me === true);
            return (
              <button
                key={emoji}
                type="button"
                aria-label={t('actions.react_with', { emoji })}
                aria-pressed={given}
                className={cn(
                  'grid size-12 place-items-center rounded-full text-2xl active:bg-hover',
                  given && 'bg-accent-soft',
                )}
                onClick={() => choose(() => react(emoji))}
              >
                {emoji}
              </button>
            );
          })}
        </div>
      )}
      <ul>
        {actions.map((action) => {
          const Icon = actionIcons[action];
          return (
            <li key={action}>
              <button
                type="button"
                className={cn(
                  'flex h-12 w-full items-center gap-3.5 rounded-md px-3 text-left active:bg-hover',
                  action === 'recall' && 'text-danger-ink',
                )}
                onClick={() => choose(() => act(action, message, middle()))}
              >
                <Icon aria-hidden className="size-5" strokeWidth={1.75} />
                {t(`actions.${action}`)}
              </button>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}

/** Where there is no place to open beside: the middle of the window. */
const middle = () => ({
  left: window.innerWidth / 2,
  top: window.innerHeight / 3,
  width: 0,
  height: 0,
});
