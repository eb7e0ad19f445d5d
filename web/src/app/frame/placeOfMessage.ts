import type { Message } from '@tingting/sdk';

/** The address of a message in its context. */
export const placeOfMessage = ({ room_id, message_id }: Message): string =>
  `/app/rooms/${room_id}/messages/${message_id}`;
