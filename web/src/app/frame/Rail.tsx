import { ShieldCheck } from 'lucide-react';
import type { RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '@/client/useMe';
import { RoomList } from '@/features/rooms/RoomList';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { FriendsLink } from './FriendsLink';
import { NewButton } from './NewButton';

export interface RailProps {
  readonly chosen: RoomId | undefined;
  /** The page's own heading is another's when something is chosen. */
  readonly heading: 'h1' | 'h2';
  readonly onNew: (what: 'chat' | 'group') => void;
  /** Looks for messages with these words. */
  readonly onSearch: (words: string) => void;
  /** One left this room, or hid it. */
  readonly onLeft: (room: RoomId) => void;
}

/** The rooms, with oneself and the way to a new conversation above them. */
export function Rail({ chosen, heading: Heading, onNew, onSearch, onLeft }: RailProps) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      <header className="flex h-14 shrink-0 items-center gap-2 pr-3 pl-4">
        <Heading className="flex-1 text-xl font-semibold tracking-tight">
          {t('frame.chats')}
        </Heading>
        <NewButton onNew={onNew} />
        <FriendsLink />
        {me.role !== 'user' && (
          <IconButton label={t('frame.admin')} asChild>
            <Link to="/app/admin">
              <ShieldCheck />
            </Link>
          </IconButton>
        )}
        <IconButton label={t('frame.settings')} asChild>
          <Link to="/app/settings">
            <Avatar id={me.user_id} name={me.display_name} src={me.avatar_url} size={32} />
          </Link>
        </IconButton>
      </header>
      <RoomList
        chosen={chosen}
        onSearch={onSearch}
        onLeft={onLeft}
        addressOf={(id) => `/app/rooms/${id}`}
        emptyAction={<Button onClick={() => onNew('chat')}>{t('frame.new_direct')}</Button>}
      />
    </>
  );
}
