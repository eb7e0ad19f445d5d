import type { User, UserId } from '@tingting/sdk';
import { parseInline, type Inline } from '../markdown/inline';

/** The name that calls every member. */
export const everybody = 'all';

export interface Called {
  readonly mentions: readonly UserId[];
  readonly mention_all: boolean;
}

/**
 * Whom a text calls: members by their username after an @, and everybody by `@all` where one may.
 * What stands in code calls nobody.
 */
export function mentionsIn(text: string, members: readonly User[], mayCallAll: boolean): Called {
  if (!text.includes('@')) return { mentions: [], mention_all: false };
  const names = new Set(namesIn(parseInline(text)).map((name) => name.toLowerCase()));
  const mentions = members
    .filter(({ username }) => names.has(username.toLowerCase()))
    .map(({ user_id }) => user_id);
  return { mentions, mention_all: mayCallAll && names.has(everybody) };
}

function namesIn(parts: readonly Inline[]): readonly string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'mention') return [part.name];
    return 'children' in part ? namesIn(part.children) : [];
  });
}
