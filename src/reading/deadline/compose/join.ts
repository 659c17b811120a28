/** Which atom may join a phrase, and what may stand between: nothing, a bracket, 的, or a word such as 最迟. */

import { dayNumber, weekday } from '../../../model/instant.ts';
import type { Atom, DayTime } from '../atoms/atom.ts';
import { fixedDay } from '../atoms/atom.ts';
import { dayOfWeek } from '../atoms/weekday.ts';
import type { Frame } from '../frame.ts';
import { hasClock, NO_SLOTS, type Slots } from './phrase.ts';

const PLAIN_GAP = /^[)）]?\s?的?$/;
const CLOCK_GAP =
  /^(?:[(（][一二三四五六日天][)）]|[(（,、][一-龥]{1,5}(?=[)）]))?[)）]{0,2}\s{0,3}[(（]?(?:的|最迟|最晚|务必|必须|一定|截止到?|赶在|要|请|就|在|于|快|临|别再?){0,2}\s?$/;
const SAME_DAY_GAP = /^\s?[(（]?(?:即|也就是|就是)?\s?$/;
const ASIDE_GAP = /^\s?[(（,、]?\s?$/;
const COMMA_GAP = /^[)）]?[,、]?\s?$/;

export function startSlots(atom: Atom): Slots | null {
  const { time } = atom;
  if (time.kind === 'none') return null;
  return { ...NO_SLOTS, [time.kind]: time };
}

/** The slots with one atom more; null where it doesn't belong to the phrase. */
export function join(slots: Slots, atom: Atom, gap: string, frame: Frame): Slots | null {
  if (gap.length > 8) return null;
  const { time } = atom;
  if (slots.relative !== null) return joinRelative(slots, slots.relative, time, gap);
  if (slots.duration !== null) return joinDuration(slots, slots.duration, time, gap);
  switch (time.kind) {
    case 'day':
      return joinDay(slots, time, gap, frame);
    case 'part':
      return hasClock(slots) && !isSamePart(slots, time.part) ? null : fits(slots, gap) ? { ...slots, part: time } : null;
    case 'clock':
      return slots.clock === null && slots.anchor === null && fits(slots, gap) ? { ...slots, clock: time } : null;
    case 'anchor':
      return slots.anchor === null && fits(slots, gap) ? { ...slots, anchor: time } : null;

    default:
      return null;
  }
}

function fits(slots: Slots, gap: string): boolean {
  return slots.stretch === null && (CLOCK_GAP.test(gap) || (isBareDay(slots) && COMMA_GAP.test(gap)));
}

/** "按今天,下班前交": a day that nothing has been said of yet. */
function isBareDay({ day, part, clock, anchor }: Slots): boolean {
  return day !== null && day.form !== 'festival' && part === null && clock === null && anchor === null;
}

/** 会前一天下班前: the clock of the day that is counted back to. */
function joinRelative(slots: Slots, { days, workdays }: NonNullable<Slots['relative']>, time: Atom['time'], gap: string): Slots | null {
  if (days + workdays === 0 || !PLAIN_GAP.test(gap)) return null;
  if (time.kind === 'part') return hasClock(slots) ? null : { ...slots, part: time };
  if (slots.clock !== null || slots.anchor !== null) return null;
  if (time.kind === 'clock') return { ...slots, clock: time };
  return time.kind === 'anchor' ? { ...slots, anchor: time } : null;
}

/** 收到后3个工作日内上午10点前: the clock of the day that a count of days ends on. */
function joinDuration(slots: Slots, duration: NonNullable<Slots['duration']>, time: Atom['time'], gap: string): Slots | null {
  const isOfDays = duration.edge === 'within' && duration.unit !== 'hour' && duration.unit !== 'minute' && duration.amount >= 1;
  if (!isOfDays || !PLAIN_GAP.test(gap)) return null;
  if (time.kind === 'part') return hasClock(slots) ? null : { ...slots, part: time };
  if (slots.clock !== null || slots.anchor !== null) return null;
  if (time.kind === 'clock') return { ...slots, clock: time };
  return time.kind === 'anchor' ? { ...slots, anchor: time } : null;
}

/** 今晚半夜12点. */
function isSamePart(slots: Slots, part: string): boolean {
  return slots.clock === null && slots.anchor === null && slots.part?.part === part;
}

function joinDay(slots: Slots, day: DayTime, gap: string, frame: Frame): Slots | null {
  if (slots.stretch !== null) return joinStretch(slots, day, gap, frame);
  if (hasClock(slots)) return isInBrackets(slots, day, gap) ? { ...slots, sameDay: day } : null;
  if (slots.day === null) return slots.repeat !== null && PLAIN_GAP.test(gap) ? { ...slots, day } : null;
  // 周五当天15:30前.
  if (day.anaphoric === 0 && slots.day.form !== 'festival' && gap === '') return slots;
  // 今日(10月20日(周二)): the date has been said, its weekday only goes with it.
  // 明天(23号,星期三).
  if (slots.sameDay !== null) return isDateOf(slots.sameDay) && day.form === 'weekday' && ASIDE_GAP.test(gap) ? slots : null;
  if (slots.day.form === day.form) return null;
  // 昨天八一: the day is said already.
  if (slots.day.form === 'offset' && day.form === 'festival' && gap === '') return slots;
  // 东韩2号7号 明天下班前: a number of something, and then the day.
  if (/^\s+$/.test(gap) && isOtherThan(slots.day, day)) return null;
  if (SAME_DAY_GAP.test(gap)) return { ...slots, sameDay: day };
  return COMMA_GAP.test(gap) && gap.includes(',') && isItsWeekday(slots.day, day) ? { ...slots, sameDay: day } : null;
}

function isOtherThan({ pattern: said }: DayTime, { form, pattern }: DayTime): boolean {
  if (form !== 'offset' || said.every !== 'month' || pattern.every !== 'once') return false;
  return said.day !== Number(pattern.day.slice(-2));
}

function isDateOf({ form }: DayTime): boolean {
  return form === 'date' || form === 'dayOfMonth';
}

/** 明早(29号)六点, 周五晚(6日)8点: the date of the day whose part has been said. */
function isInBrackets({ day, sameDay, clock, anchor }: Slots, other: DayTime, gap: string): boolean {
  if (day === null || sameDay !== null || day.form === other.form) return false;
  // 11月20日15:30(周五)前.
  if ((clock !== null || anchor !== null) && (day.form !== 'date' || other.form !== 'weekday')) return false;
  return /^\s?[(（](?:即|也就是)?$/.test(gap);
}

/** 10月20日,星期二. */
function isItsWeekday(first: DayTime, second: DayTime): boolean {
  return (
    first.form === 'date' &&
    second.form === 'weekday' &&
    first.pattern.every === 'once' &&
    second.pattern.every === 'week' &&
    weekday(first.pattern.day) === second.pattern.weekday
  );
}

/** 下周的周五; 下周,周三前. */
function joinStretch(slots: Slots, day: DayTime, gap: string, frame: Frame): Slots | null {
  const { stretch } = slots;
  if (stretch?.unit !== 'week' || day.pattern.every !== 'week' || !PLAIN_GAP.test(gap)) return null;
  const shift = Math.round((dayNumber(stretch.first) - dayNumber(dayOfWeek(frame, 0, 1))) / 7);
  return { ...slots, stretch: null, day: fixedDay('weekday', dayOfWeek(frame, shift, day.pattern.weekday)) };
}
