import type { UserId } from '@tingting/sdk';

/** What one has picked last, the newest first, kept in this browser for each user apart. */
export interface RecentPicks {
  list(): readonly string[];
  add(pick: string): void;
}

export function recentPicks(what: 'emoji' | 'stickers', user: UserId, most: number): RecentPicks {
  const key = `tingting.recent-${what}.${user}`;
  const list = () => textsIn(localStorage.getItem(key));
  return {
    list,
    add(pick) {
      const picks = [pick, ...list().filter((one) => one !== pick)].slice(0, most);
      try {
        localStorage.setItem(key, JSON.stringify(picks));
      } catch (error) {
        // A full or forbidden storage costs what is recent, and nothing else.
        if (!(error instanceof DOMException)) throw error;
      }
    },
  };
}

function textsIn(stored: string | null): readonly string[] {
  if (stored === null) return [];
  try {
    const value: unknown = JSON.parse(stored);
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [];
  }
}
