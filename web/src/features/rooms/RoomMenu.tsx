import { useRef, useState } from 'react';
import {
  Bell,
  BellOff,
  EyeOff,
  LogOut,
  MessageSquareDot,
  MessageSquareDashed,
  Pin,
  PinOff,
} from 'lucide-react';
import type { Room, RoomId, RoomView } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { LeaveDialog } from '@/client/LeaveDialog';
import { isMuted, mutedUntil, muteSpans } from '@/client/muting';
import { isUnread, markRead } from '@/client/unreadMark';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { useRoom } from '@/client/useRoom';
import { useRoomTitle } from '@/client/useRoomTitle';
import { useNow } from '@/i18n/useNow';
import { MenuAt, MenuChoice, MenuItem, MenuLine, SubMenu } from '@/ui/Menu';
import { toast } from '@/ui/toast/toasts';
import type { Point } from '@/ui/longPress';

export interface RoomMenuProps {
  readonly roomId: RoomId;
  readonly point: Point;
  readonly onClose: () => void;
  /** One is no member any more, or wants it out of sight. */
  readonly onLeft: () => void;
}

/** What can be done with a room from the list. */
export default function RoomMenu({ roomId, ...rest }: RoomMenuProps) {
  const room = useRoom(roomId);
  return room ? <MenuOf room={room} {...rest} /> : null;
}

function MenuOf({ room, point, onClose, onLeft }: { room: Room } & Omit<RoomMenuProps, 'roomId'>) {
  const { t } = useTranslation('rooms');
  const client = useClient();
  const title = useRoomTitle(room);
  const problemText = useProblemText();
  const now = useNow();
  const [opener] = useState(() => document.activeElement);
  const [open, setOpen] = useState(true);
  const wantsToLeave = useRef(false);
  const [asking, setAsking] = useState(false);
  const conversation = client.conversation(room.room_id);

  // The menu closes as one chooses: what goes wrong afterwards has no field to stand beside.
  const attempt = (action: Promise<unknown>) =>
    void action.catch((error: unknown) => toast(problemText(error), 'danger'));
  const change = (view: Partial<RoomView>) => attempt(conversation.changeView(view));

  if (asking) {
    return (
      <LeaveDialog room={room} open onOpenChange={(open) => !open && onClose()} onLeft={onLeft} />
    );
  }
  if (!open) return null;
  return (
    <MenuAt
      at={{ left: point.x, top: point.y, width: 0, height: 0 }}
      label={t('menu.label', { title })}
      onClose={() => setOpen(false)}
      onClosed={() => {
        if (opener instanceof HTMLElement) opener.focus();
        if (wantsToLeave.current) setAsking(true);
        else onClose();
      }}
    >
      {isUnread(room) ? (
        <MenuItem icon={MessageSquareDashed} onSelect={() => attempt(markRead(client, room))}>
          {t('menu.mark_read')}
        </MenuItem>
      ) : (
        <MenuItem icon={MessageSquareDot} onSelect={() => change({ marked_unread: true })}>
          {t('menu.mark_unread')}
        </MenuItem>
      )}
      <MenuItem icon={room.pinned ? PinOff : Pin} onSelect={() => change({ pinned: !room.pinned })}>
        {room.pinned ? t('menu.unpin') : t('menu.pin')}
      </MenuItem>
      {isMuted(room, now) ? (
        <MenuItem icon={Bell} onSelect={() => change({ muted_until: null })}>
          {t('menu.unmute')}
        </MenuItem>
      ) : (
        <SubMenu icon={BellOff} label={t('menu.mute')}>
          {muteSpans.map((span) => (
            <MenuChoice
              key={span}
              onSelect={() => change({ muted_until: mutedUntil(span, new Date()) })}
            >
              {t(`menu.mute_for.${span}`)}
            </MenuChoice>
          ))}
        </SubMenu>
      )}
      <MenuLine />
      {room.kind === 'direct' ? (
        <MenuItem icon={EyeOff} onSelect={() => attempt(conversation.leave().then(onLeft))}>
          {t('menu.hide')}
        </MenuItem>
      ) : (
        <MenuItem
          danger
          icon={LogOut}
          onSelect={() => {
            wantsToLeave.current = true;
          }}
        >
          {t('menu.leave')}
        </MenuItem>
      )}
    </MenuAt>
  );
}
