import { use } from 'react';
import type { Conversation, ConversationState } from '@tingting/sdk';
import { useStore } from 'zustand';
import { ConversationContext } from './ConversationContext';

/** The conversation this component stands in: always the same object for a room. */
export function useConversation(): Conversation {
  const conversation = use(ConversationContext);
  if (!conversation) throw new Error('useConversation needs a ConversationContext above it');
  return conversation;
}

/** What `select` answers, again only when its answer changes. */
export function useConversationState<Answer>(select: (state: ConversationState) => Answer): Answer {
  return useStore(useConversation().store, select);
}
