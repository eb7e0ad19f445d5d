import type { Conversation, MessageId } from '@tingting/sdk';
import { locate } from './locate';
import type { Place } from './place';

export interface Opening {
  /** Where reading stopped; null when all is read. */
  readonly unreadAfter: number | null;
  /** A message somebody linked to. */
  readonly message: MessageId | undefined;
}

/**
 * Loads what the reader came for and says where that is: the linked message, else the first unread
 * one, else the end. A linked message that is not there (any more) opens the room as usual.
 */
export async function openConversation(
  conversation: Conversation,
  { unreadAfter, message }: Opening,
): Promise<Place> {
  if (message !== undefined) {
    const seq = await locate(conversation, message);
    if (seq !== null) return { at: 'message', seq };
  }
  await conversation.open();
  if (unreadAfter === null) {
    if (!conversation.store.getState().reachesEnd) await conversation.toLatest();
    return { at: 'end' };
  }
  if (!holds(conversation, unreadAfter + 1)) await conversation.loadAround(unreadAfter + 1);
  return { at: 'unread' };
}

/** Where a room opens without asking the server; null when something has to be loaded first. */
export function cachedPlace(conversation: Conversation, opening: Opening): Place | null {
  const { status, reachesEnd } = conversation.store.getState();
  if (status !== 'ready' || opening.message !== undefined) return null;
  if (opening.unreadAfter === null) return reachesEnd ? { at: 'end' } : null;
  return holds(conversation, opening.unreadAfter + 1) ? { at: 'unread' } : null;
}

/** Whether the stretch being looked at has this message, or shows that it does not exist. */
function holds(conversation: Conversation, seq: number): boolean {
  const { messages, reachesStart, reachesEnd } = conversation.store.getState();
  const first = messages[0]?.seq ?? Infinity;
  const last = messages.at(-1)?.seq ?? -Infinity;
  return (reachesStart || first <= seq) && (reachesEnd || seq <= last);
}
