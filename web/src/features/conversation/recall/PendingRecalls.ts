import type { Conversation, MessageId } from '@tingting/sdk';
import { createStore } from 'zustand/vanilla';

/** How long a recall may be undone, milliseconds. */
export const undoable = 5000;

interface Pending {
  readonly conversation: Conversation;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Recalls that can still be undone: the server is told when their time is over. They go on while
 * their author looks at other rooms, and are told at once when the page is left.
 */
export class PendingRecalls {
  /** The messages that are about to go. */
  readonly store = createStore<ReadonlySet<MessageId>>(() => new Set());
  private readonly pending = new Map<MessageId, Pending>();

  /** `failed` is told of a recall that did not come about; the message shows again. */
  constructor(private readonly failed: (error: unknown) => void) {}

  begin(conversation: Conversation, message: MessageId): void {
    if (this.store.getState().has(message)) return;
    const timer = setTimeout(() => void this.finish(message), undoable);
    this.pending.set(message, { conversation, timer });
    this.store.setState((shown) => new Set(shown).add(message), true);
  }

  undo(message: MessageId): void {
    if (this.take(message)) this.show(message);
  }

  /** The page is about to go: now or never. */
  finishAll(): void {
    for (const message of this.pending.keys()) void this.finish(message);
  }

  private async finish(message: MessageId): Promise<void> {
    const conversation = this.take(message);
    if (!conversation) return;
    try {
      await conversation.recall(message);
    } catch (error) {
      this.failed(error);
    } finally {
      this.show(message);
    }
  }

  /** From here on nothing else is done about it. */
  private take(message: MessageId): Conversation | undefined {
    const pending = this.pending.get(message);
    clearTimeout(pending?.timer);
    this.pending.delete(message);
    return pending?.conversation;
  }

  private show(message: MessageId): void {
    this.store.setState((hidden) => new Set([...hidden].filter((one) => one !== message)), true);
  }
}
