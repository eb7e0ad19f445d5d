import type { Message } from '@tingting/sdk';

/** Something that happened to the room: one quiet line, no bubble. */
export function SystemEvent({ message }: { message: Message }) {
  return (
    <p className="px-10 py-1.5 text-center text-xs text-balance text-ink-faint">
      {message.content}
    </p>
  );
}
