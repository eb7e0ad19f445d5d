import type { Timestamp } from '@tingting/sdk';

/** For how long somebody may be kept from writing. */
export const muteSpans = ['hour', 'day', 'week'] as const;
export type MuteSpan = (typeof muteSpans)[number];

const hour = 3_600_000;
const lengths = { hour, day: 24 * hour, week: 7 * 24 * hour } as const;

/** When a mute that begins now ends. */
export const muteEnd = (span: MuteSpan, now: Date): Timestamp =>
  new Date(now.getTime() + lengths[span]).toISOString();

/** Whether somebody may not write now. */
export const isMuted = (until: Timestamp | null, now: Date): until is Timestamp =>
  until !== null && new Date(until) > now;
