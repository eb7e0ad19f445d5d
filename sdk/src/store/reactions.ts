import type { ReactionChanged } from '../wire/events.js';
import type { MessageId, UserId } from '../wire/ids.js';
import type { Message, Reaction } from '../wire/records.js';

/** The server lists so many people of a reaction. */
const mostListed = 10;

/** The message with one's own reaction given or taken; the same one where that is so already. */
export function withOwnReaction(message: Message, emoji: string, me: UserId, on: boolean): Message {
  const known = message.reactions.find((one) => one.emoji === emoji);
  if ((known?.me ?? false) === on) return message;
  const reactions = known
    ? message.reactions.map((one) => (one === known ? counted(known, me, on) : one))
    : [...message.reactions, { emoji, count: 1, user_ids: [me], me: true }];
  return { ...message, reactions: reactions.filter(({ count }) => count > 0) };
}

function counted({ emoji, count, user_ids }: Reaction, me: UserId, on: boolean): Reaction {
  const others = user_ids.filter((user) => user !== me);
  return {
    emoji,
    count: on ? count + 1 : count - 1,
    user_ids: on && others.length < mostListed ? [...others, me] : others,
    me: on,
  };
}

interface Wish {
  /** What is shown. */
  on: boolean;
  /** What the server said last. */
  told: boolean;
  /** Requests that no answer came for. */
  asked: number;
}

/**
 * One's own reactions that the server has not confirmed: they show at once, over whatever it says
 * meanwhile, and are taken back where it refuses.
 */
export class ReactionWishes {
  readonly #me: () => UserId;
  readonly #wishes = new Map<MessageId, Map<string, Wish>>();

  constructor(me: () => UserId) {
    this.#me = me;
  }

  /** One asks the server for it; `message` is as it shows now. */
  ask({ message_id, reactions }: Message, emoji: string, on: boolean): void {
    const wishes = this.#wishes.get(message_id) ?? new Map<string, Wish>();
    const told = reactions.find((one) => one.emoji === emoji)?.me ?? false;
    const wish = wishes.get(emoji) ?? { on, told, asked: 0 };
    wishes.set(emoji, { ...wish, on, asked: wish.asked + 1 });
    this.#wishes.set(message_id, wishes);
  }

  /** An answer; `shown` when the event it belongs to has been applied, or will never come. */
  answered(message: MessageId, emoji: string, shown: boolean): void {
    const wish = this.#wishes.get(message)?.get(emoji);
    if (!wish) return;
    wish.asked -= 1;
    if (wish.asked === 0 && shown) this.#drop(message, emoji);
  }

  heard({ message_id, user_id, emoji, removed }: ReactionChanged): void {
    const wish = this.#wishes.get(message_id)?.get(emoji);
    if (!wish || user_id !== this.#me()) return;
    wish.told = !removed;
    if (wish.asked === 0) this.#drop(message_id, emoji);
  }

  /** The message as one wants it. */
  over(message: Message): Message {
    if (message.recalled_at !== null) return message;
    return this.#with(message, ({ on }) => on);
  }

  /** The message as the server told it. */
  under(message: Message): Message {
    return this.#with(message, ({ told }) => told);
  }

  /** What was told is a snapshot now; nothing that was answered before will be told again. */
  settle(): void {
    for (const [message, wishes] of this.#wishes) {
      for (const [emoji, { asked }] of wishes) if (asked === 0) this.#drop(message, emoji);
    }
  }

  clear(): void {
    this.#wishes.clear();
  }

  #with(message: Message, pick: (wish: Wish) => boolean): Message {
    const wishes = this.#wishes.get(message.message_id);
    if (!wishes) return message;
    return [...wishes].reduce(
      (sum, [emoji, wish]) => withOwnReaction(sum, emoji, this.#me(), pick(wish)),
      message,
    );
  }

  #drop(message: MessageId, emoji: string): void {
    const wishes = this.#wishes.get(message);
    wishes?.delete(emoji);
    if (wishes?.size === 0) this.#wishes.delete(message);
  }
}
