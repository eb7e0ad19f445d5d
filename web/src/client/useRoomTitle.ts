import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { roomTitle } from './roomTitle';
import { useUser } from './useUser';

/** The title of a room, kept in step with the other person's profile in direct rooms. */
export function useRoomTitle(room: Room | undefined): string {
  const { t } = useTranslation('rooms');
  const peer = useUser(room?.peer?.user_id);
  if (!room) return '';
  if (room.kind === 'direct' && peer) return peer.display_name;
  return roomTitle(room) ?? t(room.kind === 'direct' ? 'unknown_person' : 'unnamed_group');
}
