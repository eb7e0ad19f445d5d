import { createContext } from 'react';
import type { UserId } from '@tingting/sdk';

/** Whom the message around this calls; names of anybody else are mere text. */
export interface Mentions {
  readonly users: readonly UserId[];
  readonly all: boolean;
}

export const noMentions: Mentions = { users: [], all: false };

export const MentionsContext = createContext<Mentions>(noMentions);
