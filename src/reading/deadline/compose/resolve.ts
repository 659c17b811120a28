/** A phrase as an instant: its day, then its clock on that day; recurrences to their first occurrence not before the sending. */
import type { Precision, TimeValue } from '../../../model/deadline.ts';
import { addDays, type Day, HOUR, instantAt } from '../../../model/instant.ts';
import { nextWorkdayOf } from '../atoms/workday-ordinal.ts';
import type { FestivalId, HolidayBlock } from '../calendar/index.ts';
import { holidayJustOver } from '../calendar/just-over.ts';
import { nextDay } from '../day-pattern.ts';
import { type Frame, isPublishedOn } from '../frame.ts';
import { type ClockValue, clockOf, END_OF_DAY } from './clock.ts';
import { type Direction, dayOfPhrase, daysBetween } from './day.ts';
import { afterDuration, type Counted, endOf } from './duration.ts';
import { hasClock, type Phrase } from './phrase.ts';

export type Resolved = Counted;

/** A date without a year that lies this far ahead may as well have been meant behind. */
const FAR = 300;

/** Null where the phrase names no point in time (a bare 每天, 三天前, 会前 without an event). */
export function resolve(phrase: Phrase, frame: Frame, direction: Direction): Resolved | null {
  const { duration, relative, repeat, day, stretch } = phrase.slots;
  if (relative !== null) return null;
  if (duration !== null) return countedOnClock(phrase, countDuration(phrase, frame), frame);
  if (repeat !== null) return firstOccurrence(phrase, frame);
  if (day === null && stretch === null) return hasClock(phrase.slots) ? todayOrTomorrow(phrase, frame, direction) : null;
  const found = dayOfPhrase(phrase, frame, direction);
  if (found === null) return null;
  const resolved = onDay(phrase, found.day, frame);
  const isFar = day !== null && !day.fixed && day.pattern.every === 'year' && daysBetween(frame.today, found.day) > FAR;
  const isGone =
    resolved.value.at < frame.sentAt && day?.pattern.every === 'week' && phrase.slots.sameDay === null && direction === 'ahead';
  const final = isGone ? onDay(phrase, addDays(found.day, 7), frame) : resolved;
  return { ...final, certain: final.certain && found.certain && phrase.certain && !isFar, steps: [...found.steps, ...final.steps] };
}

function countDuration(phrase: Phrase, frame: Frame): Resolved | null {
  const { duration } = phrase.slots;
  if (duration === null || duration.edge === 'before' || duration.base === 'unplaced' || duration.base === 'event') return null;
  if (duration.base !== 'holiday') return afterDuration(duration, frame.sentAt, frame);
  const countFrom = (last: Day): Counted => afterDuration(duration, instantAt(last, 0, frame.timezone), frame);
  const ahead = duration.holiday === null ? frame.calendar.nextHoliday(frame.today) : nextBlockOf(duration.holiday, frame);
  const block = holidayJustOver(duration.holiday, frame.calendar, frame.today, (last) => countFrom(last).value.day) ?? ahead;
  if (block === null) return null;
  const counted = countFrom(block.last);
  return { ...counted, certain: counted.certain && isPublishedOn(block.last, frame) };
}

/** The clock that follows a count of days: 3个工作日内上午10点前. */
function countedOnClock(phrase: Phrase, counted: Resolved | null, frame: Frame): Resolved | null {
  if (counted === null || !hasClock(phrase.slots)) return counted;
  const onClock = onDay(phrase, counted.value.day, frame);
  return { ...onClock, certain: counted.certain && onClock.certain, steps: [...counted.steps, ...onClock.steps] };
}

function nextBlockOf(festival: FestivalId, frame: Frame): HolidayBlock | null {
  const blocks = [frame.year, frame.year + 1].map((year) => frame.calendar.holidayBlock(festival, year));
  return blocks.find((block) => block !== null && block.last >= frame.today) ?? null;
}

/** A clock without a day: today, or tomorrow if it is gone. */
function todayOrTomorrow(phrase: Phrase, frame: Frame, direction: Direction): Resolved {
  const today = onDay(phrase, frame.today, frame);
  if (direction === 'behind') return lastGone(today, frame);
  if (today.value.at >= frame.sentAt || direction !== 'ahead') return today;
  const isOfWork = phrase.slots.anchor?.anchor === 'end_of_work' || phrase.slots.anchor?.anchor === 'start_of_work';
  const tomorrow = onDay(phrase, isOfWork ? frame.calendar.workdayAfter(frame.today, 1) : addDays(frame.today, 1), frame);
  return { ...tomorrow, certain: false, steps: [...tomorrow.steps, 'compose/gone-today-so-tomorrow'] };
}

/** "10点到了", said at six minutes past ten in the morning: that hour, not the one of the evening. */
function lastGone(today: Resolved, frame: Frame): Resolved {
  const { value, steps } = today;
  const at = value.at - HALF_DAY;
  if (value.at <= frame.sentAt || !steps.includes('clock/nearest-ahead') || at < instantAt(frame.today, AWAKE, frame.timezone))
    return today;
  return { ...today, value: { ...value, at }, steps: steps.filter((step) => step !== 'clock/nearest-ahead') };
}

const HALF_DAY = 12 * HOUR;
/** In minutes of the day. */
const AWAKE = 6 * 60;

/** 22日3:00-6:00: nobody begins so early. */
function beginsAfterNoon({ from }: Phrase): boolean {
  const hour = from?.clock?.hour ?? 0;
  return from !== null && from.part === null && hour > 0 && hour < EARLY;
}

const EARLY = 5;

export function onDay(phrase: Phrase, day: Day, frame: Frame): Resolved {
  const clock = clockOf(phrase.slots, frame, {
    isToday: day === frame.today && phrase.slots.repeat === null,
    isAfterNoon: beginsAfterNoon(phrase),
  });
  if (clock === null) return { value: { ...endOf(day, frame), precision: widthOf(phrase) }, certain: phrase.certain, steps: [] };
  // 零点三十分 without a day is of the next one; 零点 itself ends this one.
  if (clock.minutes > END_OF_DAY && phrase.slots.part === null && phrase.slots.day === null) {
    const value = valueAt(addDays(day, 1), { ...clock, minutes: clock.minutes - END_OF_DAY }, frame);
    return { value, certain: phrase.certain, steps: clock.steps };
  }
  return { value: valueAt(day, clock, frame), certain: phrase.certain, steps: clock.steps };
}

function valueAt(day: Day, clock: ClockValue, frame: Frame): TimeValue {
  return { at: instantAt(day, clock.minutes, frame.timezone), day, precision: clock.precision, basis: clock.basis, anchor: clock.anchor };
}

function widthOf(phrase: Phrase): Precision {
  const { stretch, day } = phrase.slots;
  if (day?.precision !== undefined) return day.precision;
  if (phrase.edge === 'before' || stretch === null) return 'day';
  if (stretch.unit === 'week') return 'week';
  // 年内 is as wide as a month at least; there is no wider word.
  return stretch.unit === 'month' || stretch.unit === 'year' ? 'month' : 'day';
}

/** Days to try before giving a recurrence up: more than a quarter, so that 每季度末 is found. */
const LONGEST_WAIT = 400;

export function firstOccurrence(phrase: Phrase, frame: Frame, notBefore: Day = frame.today): Resolved | null {
  const { repeat, day } = phrase.slots;
  if (repeat === null || (day === null && !hasClock(phrase.slots))) return null;
  if (day?.pattern.every === 'festival' && phrase.edge === 'before') return beforeEachFestival(phrase, frame);
  for (let from = notBefore, tries = 0; tries < LONGEST_WAIT; tries++) {
    const found =
      day === null ? from : day.workdayOf === undefined ? nextDay(day.pattern, from) : nextWorkdayOf(day.workdayOf, from, frame);
    if (found === null) return null;
    const resolved = onDay(phrase, found, frame);
    const byWorkday = repeat.recurrence === 'workday';
    const isMet = resolved.value.at >= frame.sentAt && (!byWorkday || frame.calendar.isWorkday(found));
    const certain = resolved.certain && (!byWorkday || isPublishedOn(found, frame));
    if (isMet) return { ...resolved, certain, steps: [...resolved.steps, 'compose/first-occurrence'] };
    from = addDays(found, 1);
  }
  return null;
}

/** 每年元旦前: the last working day before the next one. */
function beforeEachFestival(phrase: Phrase, frame: Frame): Resolved | null {
  const found = dayOfPhrase(phrase, frame, 'ahead');
  if (found === null) return null;
  const resolved = onDay(phrase, found.day, frame);
  return {
    ...resolved,
    certain: resolved.certain && found.certain,
    steps: [...found.steps, ...resolved.steps, 'compose/first-occurrence'],
  };
}
