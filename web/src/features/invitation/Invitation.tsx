import { useEffect } from 'react';
import { Link2Off, WifiOff } from 'lucide-react';
import { ProblemError, type RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { InvitationCard } from './InvitationCard';
import { InvitationSkeleton } from './InvitationSkeleton';
import { useInvitation } from './useInvitation';

export interface InvitationProps {
  readonly code: string;
  readonly homeAt: string;
  /** One is in the room: just now, or since an admin has accepted. */
  readonly onJoined: (room: RoomId) => void;
}

/** A link into a room: what it leads to, the way in, or why there is none. */
export function Invitation({ code, homeAt, onJoined }: InvitationProps) {
  const { t } = useTranslation('invitation');
  const problemText = useProblemText();
  const { invitation, error, reload, joining } = useInvitation(code);
  useAdmission(invitation?.requested ? invitation.room.room_id : undefined, onJoined);

  if (error instanceof ProblemError && error.code === 'not_found') {
    return (
      <EmptyState
        heading="h1"
        icon={Link2Off}
        title={t('gone_title')}
        text={t('gone_text')}
        action={
          <Button asChild>
            <Link to={homeAt}>{t('home')}</Link>
          </Button>
        }
      />
    );
  }
  if (error) {
    return (
      <EmptyState
        heading="h1"
        icon={WifiOff}
        title={problemText(error)}
        action={
          <Button variant="secondary" onClick={reload}>
            {t('retry')}
          </Button>
        }
      />
    );
  }
  if (!invitation) return <InvitationSkeleton />;
  return (
    <InvitationCard
      invitation={invitation}
      homeAt={homeAt}
      busy={joining.busy}
      error={joining.error === null ? undefined : problemText(joining.error)}
      onJoin={() => joining.join(onJoined)}
      onOpen={() => onJoined(invitation.room.room_id)}
    />
  );
}

/** Leads in as soon as an admin has accepted. */
function useAdmission(waitsFor: RoomId | undefined, onJoined: (room: RoomId) => void): void {
  const client = useClient();
  useEffect(() => {
    if (waitsFor === undefined) return undefined;
    return client.on('room_added', ({ data }) => {
      if (data.room_id === waitsFor) onJoined(waitsFor);
    });
  }, [client, waitsFor, onJoined]);
}
