import type { Room, User } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { PersonMenu } from '@/client/ties/PersonMenu';
import { usePresence } from '@/client/usePresence';
import { usePresenceWord } from '@/client/usePresenceWord';
import { UserAvatar } from '@/client/UserAvatar';
import { useUser } from '@/client/useUser';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import type { MoreDetails } from './Details';
import { MoreRows } from './MoreRows';
import { ReportPerson } from './ReportPerson';

export interface PersonDetailsProps {
  readonly room: Room;
  readonly user: User;
  readonly onShow: (more: MoreDetails) => void;
}

/** The other one of a direct room. */
export function PersonDetails({ room, user, onShow }: PersonDetailsProps) {
  const { t } = useTranslation('details');
  const current = useUser(user.user_id) ?? user;
  const presence = usePresence(user.user_id) ?? user.presence;
  const word = usePresenceWord();
  const dates = useDates();
  const now = useNow();
  const lastSeen = presence?.status === 'offline' ? presence.last_seen : null;
  const facts = [
    { label: t('person.username'), text: `@${current.username}` },
    { label: t('person.status'), text: current.status_text },
    { label: t('person.bio'), text: current.bio },
  ].filter(({ text }) => text != null && text !== '');

  return (
    <>
      <div className="flex flex-col items-center px-5 pt-6 pb-6 text-center">
        <UserAvatar user={current} size={72} />
        <p className="mt-3 text-lg font-semibold">{current.display_name}</p>
        <p className="text-sm text-ink-faint">
          {lastSeen === null
            ? word(presence?.status ?? 'offline')
            : t('person.last_seen', { when: dates.ago(new Date(lastSeen), now) })}
        </p>
      </div>
      <MoreRows room={room} onShow={onShow} />
      {current.closed !== true && (
        <div className="flex items-center justify-between px-3 pb-4">
          <ReportPerson user={current} />
          <PersonMenu user={current} />
        </div>
      )}
      <dl className="flex flex-col gap-4 border-t border-line px-5 pt-5">
        {facts.map(({ label, text }) => (
          <div key={label}>
            <dt className="text-xs text-ink-faint">{label}</dt>
            <dd className="mt-0.5 whitespace-pre-line">{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
