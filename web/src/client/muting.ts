import type { Room, Timestamp } from '@tingting/sdk';

/** For how long one may want a room to be quiet. */
export const muteSpans = ['hour', 'eight_hours', 'tomorrow', 'for_ever'] as const;
export type MuteSpan = (typeof muteSpans)[number];

const hour = 3_600_000;
const forEver: Timestamp = '9999-12-31T00:00:00.000Z';

/** When it ends; tomorrow begins at eight in the morning, in the user's time zone. */
export function mutedUntil(span: MuteSpan, now: Date): Timestamp {
  switch (span) {
    case 'hour':
      return new Date(now.getTime() + hour).toISOString();
    case 'eight_hours':
      return new Date(now.getTime() + 8 * hour).toISOString();
    case 'tomorrow':
      return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 8).toISOString();
    case 'for_ever':
      return forEver;
  }
}

export const isMuted = ({ muted_until }: Room, now: Date): boolean =>
  muted_until !== null && new Date(muted_until) > now;
