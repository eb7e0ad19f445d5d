import { useRef } from 'react';
import { MessageCirclePlus, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MenuAt, MenuItem, type MenuAtProps } from '@/ui/Menu';

export interface NewMenuProps extends Pick<MenuAtProps, 'at' | 'onClose' | 'onClosed'> {
  readonly onNew: (what: 'chat' | 'group') => void;
}

/** What one may begin. */
export default function NewMenu({ at, onNew, onClose, onClosed }: NewMenuProps) {
  const { t } = useTranslation();
  const chosen = useRef<'chat' | 'group' | null>(null);
  const choose = (what: 'chat' | 'group') => {
    chosen.current = what;
  };
  return (
    <MenuAt
      at={at}
      align="end"
      label={t('frame.new')}
      onClose={onClose}
      onClosed={() => {
        onClosed();
        if (chosen.current) onNew(chosen.current);
      }}
    >
      <MenuItem icon={MessageCirclePlus} onSelect={() => choose('chat')}>
        {t('frame.new_direct')}
      </MenuItem>
      <MenuItem icon={Users} onSelect={() => choose('group')}>
        {t('frame.new_group')}
      </MenuItem>
    </MenuAt>
  );
}
