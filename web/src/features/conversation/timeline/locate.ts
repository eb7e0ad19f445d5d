import { ProblemError, type Conversation, type MessageId } from '@tingting/sdk';

/**
 * Loads what is around a linked message and answers its seq; null when it is not in this room, or
 * not any more, or nothing this reader may know of.
 */
export async function locate(
  conversation: Conversation,
  message: MessageId,
): Promise<number | null> {
  try {
    return await conversation.loadAroundMessage(message);
  } catch (error) {
    if (
      error instanceof ProblemError &&
      (error.code === 'not_found' || error.code === 'invalid_request')
    ) {
      return null;
    }
    throw error;
  }
}
