/** A moment that is offered for sending later. */
export interface OfferedTime {
  readonly name: 'later_today' | 'tomorrow' | 'monday';
  readonly at: Date;
}

const morning = 9;
/** Later than this nobody means "later today". */
const lastHour = 20;

/** What one is likely to mean, in the user's own time zone. */
export function offeredTimes(now: Date): readonly OfferedTime[] {
  const later = atHour(now, now.getHours() + 3);
  const tomorrow = atHour(inDays(now, 1), morning);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  const monday = atHour(inDays(now, untilMonday), morning);
  return [
    ...(now.getHours() + 3 <= lastHour ? [{ name: 'later_today' as const, at: later }] : []),
    { name: 'tomorrow', at: tomorrow },
    ...(untilMonday > 1 ? [{ name: 'monday' as const, at: monday }] : []),
  ];
}

/** The full hour; past midnight it is the next day. */
function atHour(day: Date, hour: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour);
}

function inDays(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
}

/** As `<input type="datetime-local">` wants it. */
export function inputValue(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
