import { UserRoundCheck, WifiOff } from 'lucide-react';
import type { RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useJoinRequests } from '@/client/useJoinRequests';
import { useProblemText } from '@/client/useProblemText';
import { useRoom } from '@/client/useRoom';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { Panel } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { RequestRow } from './RequestRow';

export interface JoinRequestsPanelProps {
  readonly roomId: RoomId;
  readonly onClose: () => void;
  readonly onBack: () => void;
}

/** Who asks to join, to be let in or not. */
export default function JoinRequestsPanel({ roomId, onClose, onBack }: JoinRequestsPanelProps) {
  const { t } = useTranslation('details');
  return (
    <Panel
      title={t('more.requests')}
      closeLabel={t('close')}
      onClose={onClose}
      back={{ label: t('back'), onBack }}
    >
      <div className="min-h-0 flex-1 scroll-area px-3 pt-3 pb-[max(16px,env(safe-area-inset-bottom))]">
        <Requests roomId={roomId} />
      </div>
    </Panel>
  );
}

function Requests({ roomId }: { roomId: RoomId }) {
  const { t } = useTranslation('details');
  const problemText = useProblemText();
  const { requests, error, reload } = useJoinRequests(useRoom(roomId));
  if (error !== undefined) {
    return (
      <EmptyState
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
  if (!requests) return <RequestsSkeleton />;
  if (requests.length === 0) {
    return (
      <EmptyState icon={UserRoundCheck} title={t('requests.none')} text={t('requests.none_text')} />
    );
  }
  return (
    <ul aria-label={t('more.requests')}>
      {requests.map((request) => (
        <RequestRow key={request.user_id} roomId={roomId} request={request} onDecided={reload} />
      ))}
    </ul>
  );
}

function RequestsSkeleton() {
  return (
    <div aria-hidden className="flex h-14 animate-late-in items-center gap-3 px-2">
      <Skeleton className="size-10 rounded-full" />
      <Skeleton className="h-3.5 w-32" />
    </div>
  );
}
