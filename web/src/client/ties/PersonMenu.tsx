import { useRef, useState, type ReactNode } from 'react';
import { Ellipsis } from 'lucide-react';
import type { User } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import { Menu } from '@/ui/Menu';
import { BlockDialog } from './BlockDialog';
import { TieItems } from './TieItems';

export interface PersonMenuProps {
  readonly user: User;
  /** `MenuItem`s before those of the tie. */
  readonly children?: ReactNode;
}

/** What one may do about a person. */
export function PersonMenu({ user, children }: PersonMenuProps) {
  const { t } = useTranslation('people');
  const wantsToBlock = useRef(false);
  const [blocking, setBlocking] = useState(false);
  return (
    <>
      <Menu
        onClosed={() => {
          setBlocking(wantsToBlock.current);
          wantsToBlock.current = false;
        }}
        trigger={
          <IconButton label={t('ties.actions', { name: user.display_name })}>
            <Ellipsis />
          </IconButton>
        }
      >
        {children}
        <TieItems
          userId={user.user_id}
          onBlock={() => {
            wantsToBlock.current = true;
          }}
        />
      </Menu>
      {blocking && <BlockDialog user={user} onClose={() => setBlocking(false)} />}
    </>
  );
}
