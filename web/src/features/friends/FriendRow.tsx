import { MessageCircle } from 'lucide-react';
import type { RoomId, User } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { PersonMenu } from '@/client/ties/PersonMenu';
import { useClient } from '@/client/useClient';
import { usePresence } from '@/client/usePresence';
import { usePresenceWord } from '@/client/usePresenceWord';
import { useProblemText } from '@/client/useProblemText';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { IconButton } from '@/ui/IconButton';
import { toast } from '@/ui/toast/toasts';
import { PersonRow } from './PersonRow';

export interface FriendRowProps {
  readonly user: User;
  readonly onOpenRoom: (room: RoomId) => void;
}

/** A friend: whether they are here, and the way to a conversation. */
export function FriendRow({ user, onOpenRoom }: FriendRowProps) {
  const { t } = useTranslation('people');
  const client = useClient();
  const problemText = useProblemText();
  const note = usePresenceNote(user);
  const write = () =>
    client.openDirect(user.user_id).then(
      ({ room_id }) => onOpenRoom(room_id),
      (error: unknown) => toast(problemText(error), 'danger'),
    );
  return (
    <PersonRow user={user} note={note}>
      <IconButton label={t('ties.write', { name: user.display_name })} onClick={() => void write()}>
        <MessageCircle />
      </IconButton>
      <PersonMenu user={user} />
    </PersonRow>
  );
}

function usePresenceNote(user: User): string {
  const { t } = useTranslation('people');
  const presence = usePresence(user.user_id) ?? user.presence;
  const word = usePresenceWord();
  const dates = useDates();
  const now = useNow();
  return presence?.status === 'offline' && presence.last_seen !== null
    ? t('ties.last_seen', { when: dates.ago(new Date(presence.last_seen), now) })
    : word(presence?.status ?? 'offline');
}
