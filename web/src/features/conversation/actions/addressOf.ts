import type { Message } from '@tingting/sdk';

/** Where a message is found, for sharing. */
export const addressOf = ({ room_id, message_id }: Message): string =>
  `${window.location.origin}/app/rooms/${room_id}/messages/${message_id}`;
