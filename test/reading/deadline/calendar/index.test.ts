import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { chineseCalendar, festivalDay, lunarDay, lunarYear } from '../../../../src/reading/deadline/calendar/index.ts';

const calendar = chineseCalendar();

describe('a published year', () => {
  it('knows days off and days made up for', () => {
    expect(
      ['2026-01-01', '2026-01-04', '2026-02-14', '2026-02-16', '2026-09-20', '2026-10-07', '2026-10-10'].map(calendar.isWorkday),
    ).toEqual([false, true, true, false, true, false, true]);
    expect(calendar.isPublished(2026)).toBe(true);
  });

  it('gives blocks of days off with the weekends at their edges', () => {
    expect(calendar.holidayBlock('national', 2026)).toEqual({ festival: 'national', first: '2026-10-01', last: '2026-10-07' });
    expect(calendar.holidayBlock('spring', 2026)).toEqual({ festival: 'spring', first: '2026-02-15', last: '2026-02-23' });
    expect(calendar.holidayBlock('teachersDay', 2026)).toBeNull();
  });

  it('finds the next block, a running one included', () => {
    expect(calendar.nextHoliday('2026-09-26')?.festival).toBe('midAutumn');
    expect(calendar.nextHoliday('2026-09-28')?.festival).toBe('national');
    expect(calendar.nextHoliday('2026-10-08')).toEqual({ festival: 'newYear', first: '2027-01-01', last: '2027-01-03' });
  });

  it('counts working days over holidays and made-up Saturdays', () => {
    expect(calendar.workdayAfter('2026-09-30', 1)).toBe('2026-10-08');
    expect(calendar.workdayAfter('2026-10-09', 1)).toBe('2026-10-10');
    expect(calendar.workdayBefore('2026-10-01')).toBe('2026-09-30');
  });
});

describe('the 24 solar terms', () => {
  const TERMS = [
    ['lesserCold', 'greaterCold', 'springBegins', 'rainWater', 'insectsWake', 'springEquinox', 'qingming', 'grainRain'],
    ['summerBegins', 'grainFull', 'grainInEar', 'summerSolstice', 'lesserHeat', 'greaterHeat', 'autumnBegins', 'heatEnds'],
    ['whiteDew', 'autumnEquinox', 'coldDew', 'frost', 'winterBegins', 'lesserSnow', 'greaterSnow', 'winterSolstice'],
  ] as const;

  it.each([2019, 2021, 2026, 2027, 2028, 2032])('fall in %i on the days that an almanac gives', (year) => {
    const almanac = chineseDays.getSolarTerms(`${year}-01-01`, `${year}-12-31`).filter(({ index }) => index === 1);
    expect(TERMS.flat().map((id) => festivalDay(id, year))).toEqual(almanac.map(({ date }) => date));
  });
});

describe('a year without a notice', () => {
  it('has its statutory days and plain weekends, and says so', () => {
    expect(calendar.isPublished(2027)).toBe(false);
    expect(calendar.isWorkday('2027-10-01')).toBe(false);
    expect(calendar.isWorkday('2027-10-04')).toBe(true);
    expect(calendar.isWorkday('2027-02-05')).toBe(false);
  });

  it('is read from the overlay once that has it', () => {
    const overlaid = chineseCalendar({ years: [{ year: 2027, holidays: ['2027-10-04'], workdays: ['2027-10-09'] }] });
    expect(overlaid.isPublished(2027)).toBe(true);
    expect([overlaid.isWorkday('2027-10-01'), overlaid.isWorkday('2027-10-04'), overlaid.isWorkday('2027-10-09')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('lunar days', () => {
  it('are counted by the tables, leap months in between', () => {
    expect(lunarDay(2027, 1, 1)).toBe('2027-02-06');
    expect(lunarDay(2026, 8, 10)).toBe('2026-09-20');
    expect(lunarDay(2025, 8, 15)).toBe('2025-10-06');
    expect(lunarDay(2023, 2, 29)).toBe('2023-03-20');
  });

  it('end a short month with its last day, and know no thirteenth month', () => {
    expect(lunarDay(2026, 12, 30)).toBe('2027-02-05');
    expect(lunarDay(2026, 13, 1)).toBeNull();
    expect(lunarDay(2300, 1, 1)).toBeNull();
  });

  it('belong to the lunar year that has begun', () => {
    expect([lunarYear('2027-02-05'), lunarYear('2027-02-06')]).toEqual([2026, 2027]);
  });
});

describe('festivals', () => {
  it('lie where sun, moon or date put them', () => {
    expect(festivalDay('qingming', 2026)).toBe('2026-04-05');
    expect(festivalDay('winterSolstice', 2026)).toBe('2026-12-22');
    expect(festivalDay('littleNewYear', 2026)).toBe('2027-01-30');
    expect(festivalDay('teachersDay', 2026)).toBe('2026-09-10');
  });
});
