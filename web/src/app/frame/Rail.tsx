import { MessageCirclePlus, PenSquare, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useMatch } from 'react-router';
import { roomId } from '@tingting/sdk';
import { useMe } from '@/client/useMe';
import { RoomList } from '@/features/rooms/RoomList';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { Menu, MenuItem } from '@/ui/Menu';
import { useSearchFlag } from '../useSearchFlag';

/** The rooms, with oneself and the way to a new conversation above them. */
export function Rail({ heading: Heading }: { heading: 'h1' | 'h2' }) {
  const { t } = useTranslation();
  const me = useMe();
  const chosen = useMatch('/app/rooms/:roomId/*')?.params.roomId;
  const [, openDirect] = useSearchFlag('new', 'chat');
  const [, openGroup] = useSearchFlag('new', 'group');
  return (
    <nav aria-label={t('frame.rooms')} className="flex min-h-0 flex-1 flex-col">
      <header className="flex h-14 shrink-0 items-center gap-2 pr-3 pl-4">
        <Heading className="flex-1 text-xl font-semibold tracking-tight">
          {t('frame.chats')}
        </Heading>
        <Menu
          trigger={
            <IconButton label={t('frame.new')}>
              <PenSquare />
            </IconButton>
          }
        >
          <MenuItem icon={MessageCirclePlus} onSelect={() => openDirect(true)}>
            {t('frame.new_direct')}
          </MenuItem>
          <MenuItem icon={Users} onSelect={() => openGroup(true)}>
            {t('frame.new_group')}
          </MenuItem>
        </Menu>
        <IconButton label={t('frame.settings')} asChild>
          <Link to="/app/settings">
            <Avatar id={me.user_id} name={me.display_name} src={me.avatar_url} size={32} />
          </Link>
        </IconButton>
      </header>
      <RoomList
        chosen={chosen === undefined ? undefined : roomId(chosen)}
        addressOf={(id) => `/app/rooms/${id}`}
        emptyAction={<Button onClick={() => openDirect(true)}>{t('frame.new_direct')}</Button>}
      />
    </nav>
  );
}
