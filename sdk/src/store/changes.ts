import type { ReactionChanged, RoomEvent } from '../wire/events.js';
import type { UserId } from '../wire/ids.js';
import type { Message, Reaction } from '../wire/records.js';

/** An event that changes a message that is already there. */
export type MessageChange = Extract<
  RoomEvent,
  {
    type:
      'message_edited' | 'message_recalled' | 'reaction' | 'message_pinned' | 'message_unpinned';
  }
>;

export function isMessageChange(event: RoomEvent): event is MessageChange {
  return 'message_id' in event.data && event.type !== 'new_message';
}

/** The message after the change; `me` is whose reactions are marked as one's own. */
export function changed(message: Message, event: MessageChange, me: UserId): Message {
  switch (event.type) {
    case 'message_edited':
      return {
        ...message,
        content: event.data.content,
        mentions: event.data.mentions,
        edited_at: event.data.edited_at,
      };
    case 'message_recalled':
      return {
        ...message,
        content: null,
        attachments: [],
        file_url: null,
        mentions: [],
        mention_all: false,
        reactions: [],
        pinned: false,
        recalled_at: event.data.recalled_at,
      };
    case 'reaction':
      return { ...message, reactions: reactionsAfter(message.reactions, event.data, me) };
    case 'message_pinned':
      return { ...message, pinned: true };
    case 'message_unpinned':
      return { ...message, pinned: false };
  }
}

/** Whether replies to the message show something else after this. */
export const changesExcerpts = ({ type }: MessageChange): boolean =>
  type === 'message_edited' || type === 'message_recalled';

/** A reply shows what its origin says now, and nothing of it once that was recalled. */
export function requoted(message: Message, event: MessageChange): Message {
  if (message.reply_to?.message_id !== event.data.message_id) return message;
  if (event.type === 'message_recalled') return withExcerpt(message, null);
  return event.type === 'message_edited' ? withExcerpt(message, event.data.content) : message;
}

function withExcerpt(message: Message, content: string | null): Message {
  if (!message.reply_to) return message;
  return { ...message, reply_to: { ...message.reply_to, excerpt: content && excerptOf(content) } };
}

/** As the server makes it: the beginning, on one line. */
export function excerptOf(content: string): string {
  const line = Array.from(content.trim().replace(/\s+/g, ' '));
  return line.length > longestExcerpt
    ? `${line.slice(0, longestExcerpt).join('')}…`
    : line.join('');
}

/** In characters. */
const longestExcerpt = 140;

/** Any message after the change: it may be the one that changed, or a reply to it. */
export const after = (message: Message, event: MessageChange, me: UserId): Message =>
  message.message_id === event.data.message_id
    ? changed(message, event, me)
    : requoted(message, event);

/** The very same list where none of its messages is concerned. */
export function allAfter(
  messages: readonly Message[],
  event: MessageChange,
  me: UserId,
): readonly Message[] {
  const next = messages.map((message) => after(message, event, me));
  return next.every((message, index) => message === messages[index]) ? messages : next;
}

/** Events are the same bytes for everybody, so whether one is among the reactors is kept here. */
function reactionsAfter(
  before: readonly Reaction[],
  { user_id, emoji, removed, reactions }: ReactionChanged,
  me: UserId,
): readonly Reaction[] {
  return reactions.map((reaction) => {
    const mine =
      user_id === me && reaction.emoji === emoji
        ? !removed
        : before.find((one) => one.emoji === reaction.emoji)?.me === true;
    return { ...reaction, me: mine || reaction.user_ids.includes(me) };
  });
}
