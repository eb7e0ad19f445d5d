import { describe, expect, it } from 'vitest';
import { inputValue, offeredTimes } from './times';

const offered = (now: string) =>
  offeredTimes(new Date(now)).map(({ name, at }) => `${name} ${inputValue(at)}`);

describe('what is offered for later', () => {
  it.each([
    [
      'on a Wednesday morning',
      '2026-11-18T10:20:00',
      ['later_today 2026-11-18T13:00', 'tomorrow 2026-11-19T09:00', 'monday 2026-11-23T09:00'],
    ],
    [
      'late in the evening, nothing of today',
      '2026-11-18T21:00:00',
      ['tomorrow 2026-11-19T09:00', 'monday 2026-11-23T09:00'],
    ],
    [
      'on a Sunday, Monday once',
      '2026-11-22T10:00:00',
      ['later_today 2026-11-22T13:00', 'tomorrow 2026-11-23T09:00'],
    ],
    [
      'on a Monday, the next one',
      '2026-11-23T10:00:00',
      ['later_today 2026-11-23T13:00', 'tomorrow 2026-11-24T09:00', 'monday 2026-11-30T09:00'],
    ],
    [
      'on the last day of the year',
      '2026-12-31T22:00:00',
      ['tomorrow 2027-01-01T09:00', 'monday 2027-01-04T09:00'],
    ],
  ])('%s', (_, now, times) => {
    expect(offered(now)).toEqual(times);
  });
});
