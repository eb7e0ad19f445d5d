import { PinOff } from 'lucide-react';
import type { Message, Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { useProblemText } from '@/client/useProblemText';
import { useUser } from '@/client/useUser';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { toast } from '@/ui/toast/toasts';
import { actionsFor } from '../actions/actionsFor';
import { Markdown } from '../markdown/Markdown';
import { MentionsContext } from '../mentions/MentionsContext';

interface PinRowProps {
  readonly message: Message;
  readonly room: Room;
  readonly onShow: () => void;
}

export function PinRow({ message, room, onShow }: PinRowProps) {
  const { t } = useTranslation('conversation');
  const problemText = useProblemText();
  const dates = useDates();
  const now = useNow();
  const me = useMe().user_id;
  const sender = useUser(message.user_id);
  const conversation = useClient().conversation(room.room_id);
  const unpins = actionsFor(message, { me, room }).includes('unpin');
  const unpin = () =>
    void conversation
      .pin(message.message_id, false)
      .catch((error: unknown) => toast(problemText(error), 'danger'));

  return (
    <li className="group px-5 py-3">
      <div className="flex h-9 items-center gap-2">
        <span className="truncate text-sm font-semibold">
          {message.user_id === me ? t('you') : sender?.display_name}
        </span>
        <span className="flex-1 text-xs text-ink-faint tabular">
          {dates.brief(new Date(message.created_at), now)}
        </span>
        {unpins && (
          <IconButton label={t('actions.unpin')} className="-mr-2" onClick={unpin}>
            <PinOff aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="line-clamp-6">
        <MentionsContext value={{ users: message.mentions, all: message.mention_all }}>
          <Markdown text={message.content ?? t('attachment')} />
        </MentionsContext>
      </div>
      <Button variant="quiet" className="mt-1 -ml-2.5 h-8 px-2.5 text-sm" onClick={onShow}>
        {t('pins.show')}
      </Button>
    </li>
  );
}
