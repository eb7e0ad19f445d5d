import { Clock3 } from 'lucide-react';
import type { Invitation } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';

export interface InvitationCardProps {
  readonly invitation: Invitation;
  readonly homeAt: string;
  readonly busy: boolean;
  /** Why one did not get in. */
  readonly error: string | undefined;
  readonly onJoin: () => void;
  readonly onOpen: () => void;
}

/** The room one is invited to, and what there is to do about it. */
export function InvitationCard(props: InvitationCardProps) {
  const { invitation, homeAt, busy, error, onJoin, onOpen } = props;
  const { t } = useTranslation('invitation');
  const { room, joined, requested, join_approval } = invitation;
  const name = room.name ?? t('unnamed');
  const waits = requested && !joined;
  return (
    <article className="flex w-full max-w-90 animate-fade-in flex-col items-center rounded-lg bg-raised px-6 pt-8 pb-6 text-center shadow-float">
      <Avatar id={room.room_id} name={name} src={room.avatar_url} size={72} shape="group" />
      <h1 className="mt-4 max-w-full text-xl font-semibold text-balance">
        {waits ? t('requested_title', { room: name }) : name}
      </h1>
      <p className="mt-1 text-sm text-ink-faint">{t('members', { count: room.member_count })}</p>
      <p className="mt-4 text-pretty text-ink-soft">
        {joined
          ? t('joined')
          : waits
            ? t('requested_text')
            : room.kind === 'channel'
              ? t('text_channel')
              : t('text')}
      </p>
      {error !== undefined && (
        <Notice tone="danger" className="mt-4 w-full">
          <p role="alert">{error}</p>
        </Notice>
      )}
      <div className="mt-6 flex w-full flex-col gap-2">
        {joined && (
          <Button size="lg" onClick={onOpen}>
            {t('open')}
          </Button>
        )}
        {waits && (
          <p role="status" className="flex items-center justify-center gap-2 text-sm text-ink-soft">
            <Clock3 aria-hidden className="size-4" strokeWidth={1.75} />
            {t('ask_hint')}
          </p>
        )}
        {!joined && !waits && (
          <Button size="lg" busy={busy} onClick={onJoin}>
            {join_approval ? t('ask') : t('join')}
          </Button>
        )}
        {!joined && !waits && join_approval && (
          <p className="text-xs text-ink-faint">{t('ask_hint')}</p>
        )}
        <Button asChild variant="quiet">
          <Link to={homeAt}>{t('home')}</Link>
        </Button>
      </div>
    </article>
  );
}
