/** Lunar days as calendar days, by counting month lengths: no clock and no time zone takes part. */
import chineseDays from 'chinese-days';
import { addDays, type Day, dayNumber } from '../../../model/instant.ts';

/** The first day of the lunar year 1900, where the library's tables begin. */
const EPOCH: Day = '1900-01-31';
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

/** The calendar day of a lunar day; a 30th in a month of 29 days is that month's last. Null outside the tables. */
export function lunarDay(year: number, month: number, day: number): Day | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 30) return null;
  let days = yearStart(year);
  const leap = chineseDays.getYearLeapMonth(year);
  for (let past = 1; past < month; past++) {
    days += chineseDays.monthDays(year, past) + (leap.leapMonth === past ? leap.days : 0);
  }
  return addDays(EPOCH, days + Math.min(day, chineseDays.monthDays(year, month)) - 1);
}

/** The lunar year that a calendar day lies in. */
export function lunarYear(day: Day): number {
  const year = Number(day.slice(0, 4));
  const newYear = lunarDay(year, 1, 1);
  return newYear !== null && dayNumber(day) >= dayNumber(newYear) ? year : year - 1;
}

/** Days from the epoch to the first day of each lunar year. */
let yearStarts: readonly number[] | null = null;

function yearStart(year: number): number {
  yearStarts ??= buildYearStarts();
  return yearStarts[year - FIRST_YEAR] ?? 0;
}

function buildYearStarts(): readonly number[] {
  const starts = [0];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) starts.push((starts.at(-1) ?? 0) + yearLength(year));
  return starts;
}

function yearLength(year: number): number {
  let days = chineseDays.getYearLeapMonth(year).days;
  for (let month = 1; month <= 12; month++) days += chineseDays.monthDays(year, month);
  return days;
}
