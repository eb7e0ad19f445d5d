import { describe, expect, it } from 'vitest';
import { datesIn, daysBetween } from './dates';

const now = new Date(2026, 10, 21, 15, 30);
const at = (...parts: [number, number, number, number?, number?]) =>
  new Date(parts[0], parts[1] - 1, parts[2], parts[3] ?? 12, parts[4] ?? 0);

describe('the brief time of a list row', () => {
  const { brief } = datesIn('en');
  it.each([
    ['this minute', at(2026, 11, 21, 15, 30), 'now'],
    ['a clock that runs ahead of ours', at(2026, 11, 21, 15, 40), 'now'],
    ['within the hour', at(2026, 11, 21, 15, 25), '5 min'],
    ['earlier today', at(2026, 11, 21, 9, 5), '09:05'],
    ['last night, though less than a day ago', at(2026, 11, 20, 22, 0), 'Fri'],
    ['a week ago', at(2026, 11, 14), '11/14'],
    ['another year', at(2025, 12, 31), '12/31/25'],
  ])('shows %s', (_case, date, text) => {
    expect(brief(date, now)).toBe(text);
  });

  it('speaks Vietnamese', () => {
    const dates = datesIn('vi');
    expect(dates.brief(at(2026, 11, 21, 15, 25), now)).toBe('5 phút');
    expect(dates.brief(at(2026, 11, 2), now)).toBe('2/11');
  });
});

describe('the name of a day', () => {
  const { day } = datesIn('en');
  it.each([
    [at(2026, 11, 21, 0, 1), 'Today'],
    [at(2026, 11, 20, 23, 59), 'Yesterday'],
    [at(2026, 11, 16), 'Monday'],
    [at(2026, 3, 1), 'March 1'],
    [at(2024, 3, 1), 'March 1, 2024'],
  ])('of %s is %s', (date, text) => {
    expect(day(date, now)).toBe(text);
  });
});

it('counts midnights, not hours, between two days', () => {
  expect(daysBetween(at(2026, 11, 20, 23, 59), at(2026, 11, 21, 0, 1))).toBe(1);
  expect(daysBetween(at(2026, 11, 21, 0, 1), at(2026, 11, 21, 23, 59))).toBe(0);
});

it('tells how long ago something was', () => {
  const { ago } = datesIn('en');
  expect(ago(at(2026, 11, 21, 15, 28), now)).toBe('2 minutes ago');
  expect(ago(at(2026, 11, 20, 15, 30), now)).toBe('yesterday');
});

it('tells how long it is until something', () => {
  const { until } = datesIn('en');
  expect(until(at(2026, 11, 21, 15, 50), now)).toBe('in 20 minutes');
  expect(until(at(2026, 11, 21, 18, 30), now)).toBe('in 3 hours');
  expect(until(at(2026, 11, 28, 15, 30), now)).toBe('in 7 days');
  expect(until(at(2027, 3, 1), now)).toBe('March 1, 2027');
});
