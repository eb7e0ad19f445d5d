import { useCallback, useEffect, useState } from 'react';
import { Pin } from 'lucide-react';
import type { Message, RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { useRoom } from '@/client/useRoom';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { Panel } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { PinRow } from './PinRow';

export interface PinsPanelProps {
  readonly roomId: RoomId;
  readonly onClose: () => void;
  readonly onShow: (message: Message) => void;
}

/** What was pinned in a room, the newest pin first; a press leads to the message. */
export default function PinsPanel({ roomId, onClose, onShow }: PinsPanelProps) {
  const { t } = useTranslation('conversation');
  const problemText = useProblemText();
  const conversation = useClient().conversation(roomId);
  const room = useRoom(roomId);
  const pins = useStore(conversation.store, (state) => state.pins);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  const missing = pins === null && failure === null;

  useEffect(() => {
    if (missing) conversation.loadPins().catch((error: unknown) => setFailure({ error }));
  }, [conversation, missing]);
  const retry = useCallback(() => setFailure(null), []);

  return (
    <Panel title={t('pins.title')} closeLabel={t('pins.close')} onClose={onClose}>
      <div className="min-h-0 flex-1 scroll-area pb-[max(16px,env(safe-area-inset-bottom))]">
        {pins?.length === 0 && (
          <EmptyState icon={Pin} title={t('pins.none')} text={t('pins.how')} />
        )}
        {pins === null && failure && (
          <p className="p-6 text-center text-ink-soft">
            {problemText(failure.error)}{' '}
            <Button variant="quiet" onClick={retry}>
              {t('try_again')}
            </Button>
          </p>
        )}
        <ul className="divide-y divide-line">
          {missing && <PinsSkeleton />}
          {room &&
            pins?.map((message) => (
              <PinRow
                key={message.message_id}
                message={message}
                room={room}
                onShow={() => onShow(message)}
              />
            ))}
        </ul>
      </div>
    </Panel>
  );
}

function PinsSkeleton() {
  return Array.from({ length: 3 }, (_, index) => (
    <li key={index} className="space-y-2 px-5 py-4">
      <Skeleton className="h-3 w-28" />
      <Skeleton className="h-3 w-full" />
      <Skeleton className="h-3 w-2/3" />
    </li>
  ));
}
