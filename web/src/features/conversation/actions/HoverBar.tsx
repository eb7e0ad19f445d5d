import { Ellipsis, type LucideIcon } from 'lucide-react';
import type { Message } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { cn } from '@/ui/cn';
import { IconButton } from '@/ui/IconButton';
import { useColumn } from '../column/useColumn';
import { useReact } from '../reactions/useReact';
import { actionIcons, quickEmoji } from './actionLooks';
import { useAct } from './useAct';
import { useMessageActions } from './useMessageActions';

/** What one does most, over the message under the pointer or with the keyboard. */
export function HoverBar({ message, own }: { message: Message; own: boolean }) {
  const { t } = useTranslation('conversation');
  const actions = useMessageActions(message);
  const act = useAct();
  const react = useReact(message);
  const column = useColumn();
  if (actions.length === 0) return null;
  const shown = (['react', 'reply', 'edit'] as const).filter((one) => actions.includes(one));
  return (
    <div
      role="toolbar"
      aria-label={t('actions.label')}
      className={cn(
        'absolute bottom-[calc(100%-0.5rem)] z-10 flex animate-fade-in rounded-md bg-raised p-0.5 shadow-float ring-1 ring-line pointer-coarse:hidden',
        own ? 'right-0' : 'left-0',
      )}
    >
      {quickEmoji.slice(0, 3).map((emoji) => (
        <button
          key={emoji}
          type="button"
          aria-label={t('actions.react_with', { emoji })}
          className="grid size-8 place-items-center rounded-sm text-lg hover:bg-hover"
          onClick={() => react(emoji)}
        >
          {emoji}
        </button>
      ))}
      {shown.map((action) => (
        <BarButton
          key={action}
          icon={actionIcons[action]}
          label={t(`actions.${action}`)}
          onPress={(button) => act(action, message, button.getBoundingClientRect())}
        />
      ))}
      <BarButton
        icon={Ellipsis}
        label={t('actions.more')}
        onPress={(button) =>
          column.setState({
            overlay: { kind: 'menu', message, at: button.getBoundingClientRect() },
          })
        }
      />
    </div>
  );
}

interface BarButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onPress: (button: HTMLElement) => void;
}

function BarButton({ icon: Icon, label, onPress }: BarButtonProps) {
  return (
    <IconButton
      label={label}
      tooltipSide="top"
      className="size-8 rounded-sm"
      onClick={(event) => onPress(event.currentTarget)}
    >
      <Icon aria-hidden />
    </IconButton>
  );
}
