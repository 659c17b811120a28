/**
 * The Chinese working calendar behind our own interface: published years first (`published.ts`), else the statutory days of
 * the festivals (`festivals.ts`) and plain weekends, which `isPublished` tells apart; lunar days by table (`lunar.ts`).
 */
import { addDays, type Day, weekday } from '../../../model/instant.ts';
import { type FestivalId, PUBLIC_HOLIDAYS, statutoryDays } from './festivals.ts';
import { type CalendarOverlay, publishedYear } from './published.ts';

export type { FestivalId } from './festivals.ts';
export { FESTIVALS, festivalDay } from './festivals.ts';
export { lunarDay, lunarYear } from './lunar.ts';
export type { CalendarOverlay, PublishedYear } from './published.ts';

/** A run of days off around a public holiday, weekends at its edges included. */
export interface HolidayBlock {
  readonly festival: FestivalId;
  readonly first: Day;
  readonly last: Day;
}

export interface WorkCalendar {
  isWorkday(day: Day): boolean;
  /** False: the holiday notice of that year isn't known, and the answers are statutory days and plain weekends. */
  isPublished(year: number): boolean;
  /** The block of a public holiday in a year; null where the festival gives no days off. */
  holidayBlock(festival: FestivalId, year: number): HolidayBlock | null;
  /** The first public holiday block that ends on or after a day. */
  nextHoliday(day: Day): HolidayBlock | null;
  /** The nth working day after a day, which itself isn't counted. */
  workdayAfter(day: Day, count: number): Day;
  /** The last working day before a day. */
  workdayBefore(day: Day): Day;
}

interface YearTable {
  readonly published: boolean;
  readonly holidays: ReadonlySet<Day>;
  readonly workdays: ReadonlySet<Day>;
}

export function chineseCalendar(overlay: CalendarOverlay = { years: [] }): WorkCalendar {
  const tables = new Map<number, YearTable>();
  function table(year: number): YearTable {
    const known = tables.get(year) ?? yearTable(year, overlay);
    tables.set(year, known);
    return known;
  }
  const blocks = new Map<number, readonly HolidayBlock[]>();
  /** The blocks of a year, in order. */
  function blocksOf(year: number): readonly HolidayBlock[] {
    const known =
      blocks.get(year) ??
      PUBLIC_HOLIDAYS.flatMap((festival) => holidayBlock(festival, year, isWorkday) ?? []).sort((a, b) => (a.first < b.first ? -1 : 1));
    blocks.set(year, known);
    return known;
  }
  function isWorkday(day: Day): boolean {
    const { holidays, workdays } = table(yearOf(day));
    return workdays.has(day) || (weekday(day) <= 5 && !holidays.has(day));
  }
  return {
    isWorkday,
    isPublished: (year) => table(year).published,
    holidayBlock: (festival, year) => blocksOf(year).find((block) => block.festival === festival) ?? null,
    nextHoliday: (day) => [yearOf(day), yearOf(day) + 1].flatMap(blocksOf).find((block) => block.last >= day) ?? null,
    workdayAfter: (day, count) => step(day, count, 1, isWorkday),
    workdayBefore: (day) => step(day, 1, -1, isWorkday),
  };
}

function yearTable(year: number, overlay: CalendarOverlay): YearTable {
  const published = publishedYear(year, overlay);
  const holidays = published?.holidays ?? PUBLIC_HOLIDAYS.flatMap((festival) => statutoryDays(festival, year));
  return { published: published !== null, holidays: new Set(holidays), workdays: new Set(published?.workdays) };
}

function holidayBlock(festival: FestivalId, year: number, isWorkday: (day: Day) => boolean): HolidayBlock | null {
  const days = statutoryDays(festival, year);
  const start = days[0];
  const end = days.at(-1);
  if (start === undefined || end === undefined) return null;
  return { festival, first: addDays(step(start, 1, -1, isWorkday), 1), last: addDays(step(end, 1, 1, isWorkday), -1) };
}

/** Far enough for any block of days off; keeps a wrong table from looping for ever. */
const LONGEST_RUN = 40;

function step(day: Day, count: number, direction: 1 | -1, isWorkday: (day: Day) => boolean): Day {
  let current = day;
  for (let left = count, idle = 0; left > 0 && idle < LONGEST_RUN; ) {
    current = addDays(current, direction);
    if (isWorkday(current)) {
      left--;
      idle = 0;
    } else idle++;
  }
  return current;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
