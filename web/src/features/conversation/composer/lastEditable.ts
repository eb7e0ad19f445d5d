import type { Message, Room, UserId } from '@tingting/sdk';
import { actionsFor } from '../actions/actionsFor';

/** The message one would edit next: the last of one's own that may be. */
export const lastEditable = (
  messages: readonly Message[],
  me: UserId,
  room: Room,
): Message | undefined =>
  messages.findLast(
    (message) => message.user_id === me && actionsFor(message, { me, room }).includes('edit'),
  );
