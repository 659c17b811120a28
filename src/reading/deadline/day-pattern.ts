/** Days as they are said, before one is picked: once, or again every week, month, quarter, year, lunar year. */
import { addDays, type Day, dayNumber, weekday } from '../../model/instant.ts';
import { type FestivalId, festivalDay, lunarDay, lunarYear } from './calendar/index.ts';

export type DayPattern =
  | { readonly every: 'once'; readonly day: Day }
  | { readonly every: 'week'; readonly weekday: number }
  /** `day` 31 with `clip` is the month's last; without it, months that lack the day are skipped. */
  | { readonly every: 'month'; readonly day: number; readonly clip: boolean }
  | { readonly every: 'quarter'; readonly month: 1 | 2 | 3; readonly day: number }
  | { readonly every: 'year'; readonly month: number; readonly day: number; readonly clip: boolean }
  | { readonly every: 'lunar'; readonly month: number; readonly day: number }
  | { readonly every: 'festival'; readonly festival: FestivalId };

export function makeDay(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function lastOfMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 31);
}

/** The month `shift` months after one, and its year. */
export function shiftMonth(year: number, month: number, shift: number): { readonly year: number; readonly month: number } {
  const index = year * 12 + month - 1 + shift;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

export function addMonths(day: Day, months: number): Day {
  const to = shiftMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)), months);
  return makeDay(to.year, to.month, Math.min(Number(day.slice(8)), lastOfMonth(to.year, to.month)));
}

/** The first day of the pattern not before `from`; null where there is none (a day that is past, or one of no calendar). */
export function nextDay(pattern: DayPattern, from: Day): Day | null {
  if (pattern.every === 'once') return pattern.day >= from ? pattern.day : null;
  if (pattern.every === 'week') return addDays(from, (pattern.weekday - weekday(from) + 7) % 7);
  return turn(pattern, from, 1);
}

/** The last day of the pattern before `from`. */
export function previousDay(pattern: DayPattern, from: Day): Day | null {
  if (pattern.every === 'once') return pattern.day < from ? pattern.day : null;
  if (pattern.every === 'week') return addDays(from, -((weekday(from) - pattern.weekday + 6) % 7) - 1);
  return turn(pattern, from, -1);
}

/** The day of the pattern that is nearest to `from`, on either side. */
export function nearestDay(pattern: DayPattern, from: Day): Day | null {
  if (pattern.every === 'once') return pattern.day;
  const next = nextDay(pattern, from);
  const previous = previousDay(pattern, from);
  if (next === null || previous === null) return next ?? previous;
  return dayNumber(next) - dayNumber(from) <= dayNumber(from) - dayNumber(previous) ? next : previous;
}

type Cyclic = Exclude<DayPattern, { readonly every: 'once' } | { readonly every: 'week' }>;

/** Steps from one turn of a pattern to the next, and how many turns to look at (a 29 February may be eight years away). */
const TURNS = { month: 4, quarter: 5, year: 9, lunar: 4, festival: 4 } as const;

/** The nearest day of the pattern on one side of `from`: ahead it may be `from` itself. */
function turn(pattern: Cyclic, from: Day, direction: 1 | -1): Day | null {
  const year = Number(from.slice(0, 4));
  const month = Number(from.slice(5, 7));
  const inMonths = pattern.every === 'month' || pattern.every === 'quarter';
  // Lunar days and festivals of a year may lie in the next one.
  const first = inMonths || pattern.every === 'year' ? 0 : -direction;
  for (let index = 0; index < TURNS[pattern.every]; index++) {
    const shift = first + index * direction;
    const at = inMonths ? shiftMonth(year, month, shift) : { year: year + shift, month };
    const day = dayIn(pattern, at.year, at.month, from);
    if (day !== null && (direction === 1 ? day >= from : day < from)) return day;
  }
  return null;
}

function dayIn(pattern: Cyclic, year: number, month: number, from: Day): Day | null {
  switch (pattern.every) {
    case 'month':
      return monthDay(year, month, pattern.day, pattern.clip);
    case 'quarter':
      return (month - 1) % 3 === pattern.month - 1 ? monthDay(year, month, pattern.day, true) : null;
    case 'year':
      return monthDay(year, pattern.month, pattern.day, pattern.clip);
    case 'lunar':
      return lunarDay(lunarYear(from) + year - Number(from.slice(0, 4)), pattern.month, pattern.day);
    case 'festival':
      return festivalDay(pattern.festival, year);
  }
}

export function monthDay(year: number, month: number, day: number, clip: boolean): Day | null {
  const last = lastOfMonth(year, month);
  if (month < 1 || month > 12 || day < 1) return null;
  return day <= last ? makeDay(year, month, day) : clip ? makeDay(year, month, last) : null;
}
