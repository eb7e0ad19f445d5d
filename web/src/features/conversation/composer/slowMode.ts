import type { ConversationState, Room, UserId } from '@tingting/sdk';

/** Whether the pace of the room binds one: owners and admins are free of it. */
export const isSlowed = (room: Room): boolean =>
  room.kind !== 'direct' && room.slow_mode_seconds > 0 && room.role === 'member';

/** When one wrote last, milliseconds since the epoch; what is on its way counts. */
export function lastWritten(
  { messages, outgoing }: Pick<ConversationState, 'messages' | 'outgoing'>,
  me: UserId,
): number | undefined {
  const waiting = outgoing.findLast(({ status }) => status !== 'failed')?.createdAt;
  const written = waiting ?? messages.findLast(({ user_id }) => user_id === me)?.created_at;
  return written === undefined ? undefined : Date.parse(written);
}
