import { createContext } from 'react';
import type { Conversation } from '@tingting/sdk';

/** The room whose column this is. */
export const ConversationContext = createContext<Conversation | null>(null);
