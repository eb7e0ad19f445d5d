import type { Timestamp } from '@tingting/sdk';

export interface Point {
  readonly at: Timestamp;
  readonly value: number;
}

interface Bar {
  readonly at: Timestamp;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An hour of minutes, though the server may have run for less: then the bars stand at the end. */
const slots = 60;
const minute = 60_000;

/** Where the bars stand in a picture of this size: the highest fills it, and for nothing stands none. */
export function barsOf(points: readonly Point[], width: number, height: number) {
  const most = Math.max(0, ...points.map(({ value }) => value));
  const step = width / slots;
  const shown = points.slice(-slots);
  const bars = shown.flatMap(({ at, value }, index): Bar[] => {
    if (value === 0) return [];
    const tall = (value / most) * height;
    const x = (slots - shown.length + index) * step + step * 0.1;
    return [{ at, x, y: height - tall, width: step * 0.8, height: tall }];
  });
  const last = shown.at(-1);
  const to = last && new Date(last.at);
  return { bars, most, to, from: to && new Date(to.getTime() - (slots - 1) * minute) };
}
