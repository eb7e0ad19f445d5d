/**
 * Dates in the user's language and time zone. Intl objects are costly to make and free to use, so
 * each language makes its own set once.
 */
export interface Dates {
  /** 14:05 */
  readonly clock: (at: Date) => string;
  /** Everything, for tooltips: Saturday, 21 November 2026 at 14:05 */
  readonly exact: (at: Date) => string;
  /** A day by its distance: today and yesterday in words, then the weekday, then the date. */
  readonly day: (at: Date, now: Date) => string;
  /** For a row of a list: minutes within the hour, the clock within the day, then the day. */
  readonly brief: (at: Date, now: Date) => string;
  /** 5 minutes ago, yesterday */
  readonly ago: (at: Date, now: Date) => string;
  /** in 5 minutes, tomorrow */
  readonly until: (at: Date, now: Date) => string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const cache = new Map<string, Dates>();

export function datesIn(language: string): Dates {
  const known = cache.get(language);
  if (known) return known;
  const made = makeDates(language);
  cache.set(language, made);
  return made;
}

function makeDates(language: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, options);
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const exact = format({ dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' });
  const longWeekday = format({ weekday: 'long' });
  const shortWeekday = format({ weekday: 'short' });
  const longDate = format({ day: 'numeric', month: 'long' });
  const longDateWithYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const shortDate = format({ day: 'numeric', month: 'numeric' });
  const shortDateWithYear = format({ day: 'numeric', month: 'numeric', year: '2-digit' });
  const minutes = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

  return {
    clock: (at) => clock.format(at),
    exact: (at) => exact.format(at),
    day(at, now) {
      const away = daysBetween(at, now);
      if (away === 0 || away === 1) return capitalise(relative.format(-away, 'day'));
      if (away > 1 && away < 7) return capitalise(longWeekday.format(at));
      return (sameYear(at, now) ? longDate : longDateWithYear).format(at);
    },
    brief(at, now) {
      const elapsed = now.getTime() - at.getTime();
      // Under a minute, and a clock that runs ahead of ours: "now".
      if (elapsed < minute) return relative.format(0, 'second');
      if (elapsed < hour) return minutes.format(Math.floor(elapsed / minute));
      const away = daysBetween(at, now);
      if (away === 0) return clock.format(at);
      if (away < 7) return shortWeekday.format(at);
      return (sameYear(at, now) ? shortDate : shortDateWithYear).format(at);
    },
    ago(at, now) {
      const elapsed = Math.max(0, now.getTime() - at.getTime());
      if (elapsed < minute) return relative.format(0, 'second');
      if (elapsed < hour) return relative.format(-Math.floor(elapsed / minute), 'minute');
      if (elapsed < day) return relative.format(-Math.floor(elapsed / hour), 'hour');
      const away = daysBetween(at, now);
      if (away < 7) return relative.format(-away, 'day');
      return (sameYear(at, now) ? longDate : longDateWithYear).format(at);
    },
    until(at, now) {
      const left = Math.max(0, at.getTime() - now.getTime());
      if (left < hour) return relative.format(Math.ceil(left / minute), 'minute');
      if (left < day) return relative.format(Math.round(left / hour), 'hour');
      const away = daysBetween(now, at);
      if (away < 30) return relative.format(away, 'day');
      return (sameYear(at, now) ? longDate : longDateWithYear).format(at);
    },
  };

  function capitalise(text: string): string {
    return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
  }
}

/** Midnights between the two, in the user's time zone; a day of 23 or 25 hours is one day. */
export function daysBetween(earlier: Date, later: Date): number {
  return Math.round((midnight(later) - midnight(earlier)) / day);
}

function midnight(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}

function sameYear(one: Date, other: Date): boolean {
  return one.getFullYear() === other.getFullYear();
}
