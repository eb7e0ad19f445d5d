import type { User } from '@tingting/sdk';
import { plain } from '@/client/matchesName';
import { everybody } from './mentionsIn';

/** Somebody to call: a person, or all of them. */
export type Candidate = { readonly kind: 'user'; readonly user: User } | { readonly kind: 'all' };

const most = 8;

/** Who fits what was typed, by name or username, whatever the case and the marks. */
export function candidates(
  words: string,
  members: readonly User[],
  mayCallAll: boolean,
  language: string,
): readonly Candidate[] {
  const wanted = plain(words);
  const { compare } = new Intl.Collator(language, { sensitivity: 'base' });
  const users = members
    .filter(({ display_name, username }) =>
      [...plain(display_name).split(/\s+/), plain(username), plain(display_name)].some((word) =>
        word.startsWith(wanted),
      ),
    )
    .sort((a, b) => compare(a.display_name, b.display_name))
    .map((user): Candidate => ({ kind: 'user', user }));
  const all: Candidate[] = mayCallAll && everybody.startsWith(wanted) ? [{ kind: 'all' }] : [];
  return [...users, ...all].slice(0, most);
}

export const candidateName = (candidate: Candidate): string =>
  candidate.kind === 'all' ? everybody : candidate.user.username;
