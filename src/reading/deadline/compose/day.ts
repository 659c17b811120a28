/** The day that a phrase names, seen from the day of sending. */
import { addDays, type Day, dayNumber, weekday } from '../../../model/instant.ts';
import type { DayTime } from '../atoms/atom.ts';
import { isAhead } from '../atoms/stretch.ts';
import { FESTIVALS, festivalDay, type HolidayBlock } from '../calendar/index.ts';
import { nearestDay, nextDay, previousDay } from '../day-pattern.ts';
import type { Frame } from '../frame.ts';
import type { Phrase, Slots } from './phrase.ts';

/** Deadlines lie ahead; other times lie where they are nearest, past ones behind. */
export type Direction = 'ahead' | 'nearest' | 'behind';

export interface DayValue {
  readonly day: Day;
  readonly certain: boolean;
  readonly steps: readonly string[];
}

export function dayOfPhrase(phrase: Phrase, frame: Frame, direction: Direction): DayValue | null {
  const { day, stretch } = phrase.slots;
  if (stretch !== null) return stretchEnd(phrase, frame);
  if (day === null) return { day: frame.today, certain: true, steps: [] };
  if (day.pattern.every === 'festival' && phrase.slots.sameDay?.anaphoric === 0)
    return pick({ ...phrase.slots, sameDay: null }, frame, direction);
  if (day.pattern.every === 'festival' && phrase.edge === 'before') return beforeFestival(day, frame);
  if (day.pattern.every === 'festival' && phrase.edge === 'within') return endOfHoliday(day.pattern.festival, frame);
  return pick(phrase.slots, frame, direction);
}

/** 国庆假期内: its last day off. */
function endOfHoliday(festival: keyof typeof FESTIVALS, frame: Frame): DayValue | null {
  const block = blockAhead(festival, frame);
  if (block === null) return null;
  const certain = frame.calendar.isPublished(Number(block.last.slice(0, 4)));
  return { day: block.last, certain, steps: ['compose/end-of-holiday'] };
}

/** The block of a holiday that isn't over yet. */
export function blockAhead(festival: keyof typeof FESTIVALS, frame: Frame): HolidayBlock | null {
  const blocks = [frame.year - 1, frame.year, frame.year + 1].map((year) => frame.calendar.holidayBlock(festival, year));
  return blocks.find((block) => block !== null && block.last >= frame.today) ?? null;
}

function pick(slots: Slots, frame: Frame, direction: Direction): DayValue | null {
  const { day, sameDay } = slots;
  if (day === null) return null;
  const found = inDirection(day, frame.today, direction);
  if (sameDay === null) return found === null ? null : { day: found, certain: true, steps: [] };
  const other = inDirection(sameDay, frame.today, direction);
  if (found === null || other === null)
    return found === null && other === null ? null : { day: found ?? other ?? '', certain: false, steps: [] };
  if (found === other) return { day: found, certain: true, steps: ['compose/confirmed-day'] };
  return reconcile(day, found, sameDay, other);
}

/** Two words for one day that differ: a weekday may pick the month of a date; else the date wins, and isn't certain. */
function reconcile(day: DayTime, found: Day, sameDay: DayTime, other: Day): DayValue {
  const isDate = (each: DayTime) => each.form === 'date' || each.form === 'dayOfMonth';
  const [date, dateDay, named, namedDay] = isDate(day) ? [day, found, sameDay, other] : [sameDay, other, day, found];
  if (named.pattern.every === 'week' && weekday(dateDay) === named.pattern.weekday)
    return { day: dateDay, certain: true, steps: ['compose/confirmed-day'] };
  if (named.fixed && date.form === 'dayOfMonth' && Number(namedDay.slice(8)) === dayOfMonthOf(date))
    return { day: namedDay, certain: true, steps: ['compose/confirmed-day'] };
  return { day: dateDay, certain: false, steps: ['compose/days-disagree'] };
}

function dayOfMonthOf(day: DayTime): number {
  return day.pattern.every === 'month' ? day.pattern.day : 0;
}

function inDirection(day: DayTime, today: Day, direction: Direction): Day | null {
  if (day.pattern.every === 'once') return day.pattern.day;
  if (direction === 'behind') return previousDay(day.pattern, addDays(today, 1));
  const next = nextDay(day.pattern, today);
  return direction === 'ahead' || day.form === 'weekday' || day.form === 'dayOfMonth' ? next : nearestDay(day.pattern, today);
}

/** 国庆前: the last working day before the block; before other festivals (七一前): the eve. */
function beforeFestival(day: DayTime, frame: Frame): DayValue | null {
  if (day.pattern.every !== 'festival') return null;
  const { festival } = day.pattern;
  const first = day.fixed ? frame.year : frame.year - 1;
  for (let year = first; year <= frame.year + 2; year++) {
    const found = festivalDay(festival, year);
    if (found === null || found < frame.today) continue;
    if (FESTIVALS[festival].daysOff === null)
      return { day: found === frame.today ? found : addDays(found, -1), certain: true, steps: ['compose/eve'] };
    const before = workdayBeforeBlock(festival, year, found, frame);
    if (before >= frame.today)
      return {
        day: before,
        certain: frame.calendar.isPublished(Number(found.slice(0, 4))),
        steps: ['compose/last-workday-before-holiday'],
      };
    if (found > frame.today) return { day: addDays(found, -1), certain: false, steps: ['compose/eve'] };
  }
  return null;
}

function workdayBeforeBlock(festival: keyof typeof FESTIVALS, year: number, day: Day, frame: Frame): Day {
  const block = frame.calendar.holidayBlock(festival, year);
  return frame.calendar.workdayBefore(block?.first ?? day);
}

/** 本周内: its last day. 下周前, 6月前: the day before it begins, unless it has begun. */
function stretchEnd(phrase: Phrase, frame: Frame): DayValue | null {
  const { stretch } = phrase.slots;
  if (stretch === null) return null;
  const isBefore = phrase.edge === 'before' && isAhead(stretch, frame);
  return {
    day: isBefore ? addDays(stretch.first, -1) : stretch.last,
    certain: !isBefore,
    steps: [isBefore ? 'compose/before-period' : 'compose/end-of-period'],
  };
}

/** Days between two days. */
export function daysBetween(first: Day, last: Day): number {
  return dayNumber(last) - dayNumber(first);
}
