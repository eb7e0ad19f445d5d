import { createContext, use } from 'react';
import type { MessageId } from '@tingting/sdk';

/** Leads to another message of the timeline around this. */
export const JumpContext = createContext<((message: MessageId) => void) | null>(null);

export function useToMessage(): (message: MessageId) => void {
  const toMessage = use(JumpContext);
  if (!toMessage) throw new Error('useToMessage needs a JumpContext above it');
  return toMessage;
}
