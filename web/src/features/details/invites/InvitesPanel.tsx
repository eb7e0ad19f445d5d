import { Link2, WifiOff } from 'lucide-react';
import type { RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { Panel } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { InviteForm } from './InviteForm';
import { InviteRow } from './InviteRow';
import { useInvites } from './useInvites';

export interface InvitesPanelProps {
  readonly roomId: RoomId;
  readonly onClose: () => void;
  readonly onBack: () => void;
}

/** Links that lead into the room: a new one, and those that work. */
export default function InvitesPanel({ roomId, onClose, onBack }: InvitesPanelProps) {
  const { t } = useTranslation('details');
  return (
    <Panel
      title={t('more.invites')}
      closeLabel={t('close')}
      onClose={onClose}
      back={{ label: t('back'), onBack }}
    >
      <div className="min-h-0 flex-1 scroll-area pb-[max(16px,env(safe-area-inset-bottom))]">
        <InviteForm roomId={roomId} />
        <section className="border-t border-line pt-4">
          <h3 className="px-5 text-sm font-medium text-ink-soft">{t('invites.list')}</h3>
          <Invites roomId={roomId} />
        </section>
      </div>
    </Panel>
  );
}

function Invites({ roomId }: { roomId: RoomId }) {
  const { t } = useTranslation('details');
  const problemText = useProblemText();
  const { data: invites, error, refetch } = useInvites(roomId);
  if (error) {
    return (
      <EmptyState
        icon={WifiOff}
        title={problemText(error)}
        action={
          <Button variant="secondary" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        }
      />
    );
  }
  if (!invites) return <InvitesSkeleton />;
  if (invites.length === 0) {
    return <EmptyState icon={Link2} title={t('invites.none')} text={t('invites.none_text')} />;
  }
  return (
    <ul aria-label={t('invites.list')} className="px-3 pt-2">
      {invites.map((invite) => (
        <InviteRow key={invite.code} invite={invite} />
      ))}
    </ul>
  );
}

function InvitesSkeleton() {
  return (
    <div aria-hidden className="animate-late-in px-5 pt-2">
      {['w-28', 'w-36'].map((width) => (
        <div key={width} className="flex h-14 flex-col justify-center gap-2">
          <Skeleton className={`h-3.5 ${width}`} />
          <Skeleton className="h-3 w-40" />
        </div>
      ))}
    </div>
  );
}
