import { UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useWaitingRequests } from '@/client/useWaitingRequests';
import { IconButton } from '@/ui/IconButton';

/** The way to one's friends, with a mark while somebody waits for an answer. */
export function FriendsLink() {
  const { t } = useTranslation();
  const waiting = useWaitingRequests();
  const label = waiting === 0 ? t('frame.friends') : t('frame.friends_waiting', { count: waiting });
  return (
    <IconButton label={label} className="relative aria-[current]:bg-selected" asChild>
      <NavLink to="/app/friends">
        <UsersRound />
        {waiting > 0 && (
          <span className="absolute top-1.5 right-1.5 size-2 rounded-full bg-accent ring-2 ring-canvas" />
        )}
      </NavLink>
    </IconButton>
  );
}
