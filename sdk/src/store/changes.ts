import type { ReactionChanged, RoomEvent } from '../wire/events.js';
import type { MessageId, UserId } from '../wire/ids.js';
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
      return { ...message, content: event.data.content, edited_at: event.data.edited_at };
    case 'message_recalled':
      return {
        ...message,
        content: null,
        attachments: [],
        file_url: null,
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

/** A reply whose origin was recalled shows nothing of it any more. */
export function withoutExcerptOf(message: Message, recalled: MessageId): Message {
  if (message.reply_to?.message_id !== recalled) return message;
  return { ...message, reply_to: { ...message.reply_to, excerpt: null } };
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
