import { useDeferredValue, useState } from 'react';
import type { Message, RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { matchesName } from '@/client/matchesName';
import { useClient } from '@/client/useClient';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { DialogFooter } from '@/ui/DialogFooter';
import { SearchInput } from '@/ui/SearchInput';
import { toast } from '@/ui/toast/toasts';
import { ForwardPreview } from './ForwardPreview';
import { ForwardRow } from './ForwardRow';

interface ForwardDialogProps {
  readonly message: Message;
  readonly onClose: () => void;
}

/** Passes a message on to other rooms. */
export function ForwardDialog({ message, onClose }: ForwardDialogProps) {
  const { t } = useTranslation('conversation');
  const { t: app } = useTranslation();
  const client = useClient();
  const { order, byId } = useStore(client.rooms);
  const [words, setWords] = useState('');
  const [picked, pick] = useState<ReadonlySet<RoomId>>(new Set());
  const wanted = useDeferredValue(words);
  const writable = order
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ kind, role }) => kind !== 'channel' || (role !== undefined && role !== 'member'));
  const rooms = writable.filter((room) => matchesName(room, wanted));

  const toggle = (room: RoomId) =>
    pick((before) => {
      const next = new Set(before);
      if (!next.delete(room)) next.add(room);
      return next;
    });
  const forward = () => {
    for (const room of picked) client.conversation(room).send(copyOf(message));
    toast(t('forward.done', { count: picked.size }));
    onClose();
  };

  return (
    <Dialog open onOpenChange={onClose} title={t('forward.title')} closeLabel={app('close')}>
      <ForwardPreview message={message} />
      <SearchInput
        data-autofocus
        className="mx-5 mb-2"
        aria-label={t('forward.search')}
        placeholder={t('forward.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className="min-h-40 flex-1 scroll-area px-3 pb-2">
        {rooms.map((room) => (
          <ForwardRow
            key={room.room_id}
            room={room}
            picked={picked.has(room.room_id)}
            onToggle={() => toggle(room.room_id)}
          />
        ))}
        {rooms.length === 0 && (
          <li className="p-6 text-center text-ink-faint">{t('forward.nothing')}</li>
        )}
      </ul>
      <DialogFooter>
        <Button disabled={picked.size === 0} onClick={forward}>
          {t('forward.action')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

/** The server copies the message; what it says is shown until then. */
const copyOf = ({ message_id, kind, content, file_url }: Message) => ({
  forward_of: message_id,
  ...(kind !== 'system' && { kind }),
  ...(content !== null && { content }),
  ...(file_url !== null && { file_url }),
});
