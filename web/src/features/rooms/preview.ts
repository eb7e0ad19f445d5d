import type { Message, Room, UserId } from '@tingting/sdk';

/** The line under a room's name, before it is put into words. */
export type Preview =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'recalled' | 'photo' | 'video' | 'audio' | 'location';
      readonly by: By;
    }
  | { readonly kind: 'sticker'; readonly emoji: string; readonly by: By }
  | { readonly kind: 'file'; readonly name: string | null; readonly by: By }
  | { readonly kind: 'text'; readonly text: string; readonly by: By };

/** Whose words: one's own, somebody's in a group, or evident (the other one's, the room's own). */
export type By =
  | { readonly who: 'me' }
  | { readonly who: 'member'; readonly userId: UserId }
  | { readonly who: 'evident' };

export function previewOf(room: Pick<Room, 'kind' | 'last_message'>, me: UserId): Preview {
  const message = room.last_message;
  if (!message) return { kind: 'empty' };
  const by = authorOf(message, room.kind, me);
  if (message.recalled_at !== null) return { kind: 'recalled', by };
  const text = oneLine(message.content ?? '');
  switch (message.kind) {
    case 'text':
    case 'emoji':
    case 'system':
      return { kind: 'text', text, by };
    case 'sticker':
      return { kind: 'sticker', emoji: text, by };
    case 'location':
      return { kind: message.kind, by };
    case 'image':
      return text === '' ? { kind: 'photo', by } : { kind: 'text', text, by };
    case 'video':
    case 'audio':
      return text === '' ? { kind: message.kind, by } : { kind: 'text', text, by };
    case 'file':
      return { kind: 'file', name: message.attachments[0]?.name ?? null, by };
  }
}

function authorOf(message: Message, kind: Room['kind'], me: UserId): By {
  if (message.kind === 'system') return { who: 'evident' };
  if (message.user_id === me) return { who: 'me' };
  return kind === 'direct' ? { who: 'evident' } : { who: 'member', userId: message.user_id };
}

/** Enough for the widest row, so that a long message costs no layout. */
const mostCharacters = 160;

export function oneLine(text: string): string {
  return text
    .slice(0, mostCharacters * 2)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, mostCharacters);
}
