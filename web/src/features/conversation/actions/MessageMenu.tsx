import { useRef } from 'react';
import type { Message } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { MenuAt, MenuItem, MenuLine } from '@/ui/Menu';
import type { Anchor } from '../column/column';
import { useReturnFocus } from '../overlays/useReturnFocus';
import { useReact } from '../reactions/useReact';
import { actionIcons } from './actionLooks';
import { QuickReactions } from './QuickReactions';
import { useAct } from './useAct';
import { useMessageActions } from './useMessageActions';

interface MessageMenuProps {
  readonly message: Message;
  readonly at: Anchor;
  readonly onClose: () => void;
}

/** Everything one may do with a message, by mouse and by keyboard. */
export function MessageMenu({ message, at, onClose }: MessageMenuProps) {
  const { t } = useTranslation('conversation');
  const actions = useMessageActions(message);
  const act = useAct();
  const react = useReact(message);
  const returnFocus = useReturnFocus();
  const chosen = useRef<() => void>(() => undefined);
  return (
    <MenuAt
      at={at}
      label={t('actions.label')}
      onClose={onClose}
      onClosed={() => {
        returnFocus();
        chosen.current();
      }}
    >
      {actions.includes('react') && <QuickReactions message={message} onPick={react} />}
      {actions.map((action) => (
        <span key={action} className="contents">
          {action === 'recall' && <MenuLine />}
          <MenuItem
            icon={actionIcons[action]}
            danger={action === 'recall'}
            onSelect={() => {
              chosen.current = () => act(action, message, at);
            }}
          >
            {t(`actions.${action}`)}
          </MenuItem>
        </span>
      ))}
    </MenuAt>
  );
}
