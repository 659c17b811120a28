import { describe, expect, it } from 'vitest';
import { addMonths, type DayPattern, lastOfMonth, nearestDay, nextDay, previousDay } from '../../../src/reading/deadline/day-pattern.ts';

describe('the next day of a pattern', () => {
  it.each<[DayPattern, string, string | null]>([
    [{ every: 'week', weekday: 3 }, '2026-03-04', '2026-03-04'],
    [{ every: 'week', weekday: 2 }, '2026-03-04', '2026-03-10'],
    [{ every: 'month', day: 31, clip: false }, '2026-04-01', '2026-05-31'],
    [{ every: 'month', day: 31, clip: true }, '2026-04-01', '2026-04-30'],
    [{ every: 'month', day: 3, clip: false }, '2026-12-04', '2027-01-03'],
    [{ every: 'quarter', month: 3, day: 31 }, '2026-07-01', '2026-09-30'],
    [{ every: 'year', month: 2, day: 29, clip: false }, '2026-03-01', '2028-02-29'],
    [{ every: 'lunar', month: 12, day: 23 }, '2026-12-01', '2027-01-30'],
    [{ every: 'festival', festival: 'national' }, '2026-10-02', '2027-10-01'],
    [{ every: 'once', day: '2026-03-03' }, '2026-03-04', null],
  ])('%o from %s is %s', (pattern, from, expected) => {
    expect(nextDay(pattern, from)).toBe(expected);
  });
});

describe('the day before and the nearest', () => {
  it('never give the day itself as one before', () => {
    expect(previousDay({ every: 'week', weekday: 3 }, '2026-03-04')).toBe('2026-02-25');
    expect(previousDay({ every: 'year', month: 3, day: 4, clip: false }, '2026-03-04')).toBe('2025-03-04');
    expect(previousDay({ every: 'lunar', month: 12, day: 23 }, '2026-03-04')).toBe('2026-02-10');
  });

  it('choose the closer side', () => {
    expect(nearestDay({ every: 'year', month: 3, day: 1, clip: false }, '2026-03-04')).toBe('2026-03-01');
    expect(nearestDay({ every: 'year', month: 3, day: 9, clip: false }, '2026-03-04')).toBe('2026-03-09');
  });
});

describe('months', () => {
  it('have their lengths, and are added without overflow', () => {
    expect([lastOfMonth(2028, 2), lastOfMonth(2026, 2), lastOfMonth(2026, 12)]).toEqual([29, 28, 31]);
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 2)).toBe('2027-01-30');
  });
});
