/** Working days counted from somewhere: 节后第一个工作日, 下周第一个工作日, 本月最后一个工作日, 收假第一天. */
import { addDays, type Day, weekday } from '../../../model/instant.ts';
import { type FestivalId, festivalDay } from '../calendar/index.ts';
import { holidayJustOver } from '../calendar/just-over.ts';
import { lastOfMonth, makeDay, shiftMonth } from '../day-pattern.ts';
import type { Frame } from '../frame.ts';
import { type DayTime, fixedDay, type Recogniser } from './atom.ts';
import { HOLIDAY_NAMES } from './holiday-names.ts';
import { readNumber } from './numerals.ts';
import { monthShift } from './sources.ts';
import { dayOfWeek, weekShift } from './weekday.ts';

const NTH = '(?:第(?<nth>[一二三四五1-5])|首|头一)个?(?:工作日|天上班|个?上班日|天)|首日|(?=一上班|上班第一)';

export const afterHoliday: Recogniser = {
  id: 'atom/workday-after-holiday',
  hint: '后工假班返回',
  also: '第首班头',
  pattern: new RegExp(
    `(?:(?:(?:(?<year>20\\d\\d)年)?(?<name>${HOLIDAY_NAMES.map(([name]) => name).join('|')}|年)(?:节|假期|长假|小长假|放假|收假|假)?|节假?日?|假期|长假|放假|节假日|小长假|收假|复工|假)(?:结束)?(?:之后|以后|过?后|回来)(?:上班)?的?|(?:收假|复工|开工|返岗|返工|节后上班|开班)(?:后|的)?)(?:${NTH})`,
    'g',
  ),
  read({ year, name, nth }, frame) {
    const dayAfter = (last: Day): Day => frame.calendar.workdayAfter(last, readNumber(nth ?? '一') ?? 1);
    const ahead = name === undefined ? frame.calendar.nextHoliday(frame.today) : namedBlock(name, frame, year);
    const block = holidayJustOver(name === undefined ? null : festivalOf(name), frame.calendar, frame.today, dayAfter) ?? ahead;
    return block === null ? null : workday(dayAfter(block.last), frame);
  },
};

/** 下个工作日. */
export const nextWorkday: Recogniser = {
  id: 'atom/next-workday',
  hint: '下次',
  also: '工',
  pattern: /(?:下一?个|次一?)工作日/g,
  read: (_groups, frame) => workday(frame.calendar.workdayAfter(frame.today, 1), frame),
};

/** 节后两天内, 国庆后一周内 count working days only where they say so; a bare 节后 is no point in time. `nth` below 1 counts from the end. */
export const ofPeriod: Recogniser = {
  id: 'atom/workday-of-period',
  hint: '周星礼月',
  also: '工班',
  pattern:
    /(?:(?<week>本|这个?|下下个?|下个?|(?<=每个?))(?:周|星期|礼拜)(?:之?内|里)?|(?<month>本|这个?|下下个?|下个?|次)月(?:之?内|里)?|(?<number>(?<![\d第]|(?<![周期拜统])[一二三四五六七八九十])(?:\d{1,2}|十[一二]?|[一二三四五六七八九]))月份?|(?<bare>月))底?的?(?:第(?<nth>[一二三四五1-5])|[首头]一?|倒数第(?<back>[一二三1-3])|(?<last>最后一))个?(?:工作日|天上班)/g,
  read({ week, month, bare, number, nth, last, back }, frame) {
    const [first, end] = week === undefined ? monthBounds(bare === undefined ? month : '本', number, frame) : weekBounds(week, frame);
    const place = {
      unit: week === undefined ? 'month' : 'week',
      nth: last !== undefined ? 0 : back !== undefined ? 1 - (readNumber(back) ?? 1) : (readNumber(nth ?? '一') ?? 1),
    } as const;
    return { ...workday(nthWorkday(first, end, place.nth, frame), frame), workdayOf: place };
  },
};

/** 每月最后一个周五, 本月第二个周三. */
export const weekdayOfMonth: Recogniser = {
  id: 'atom/weekday-of-month',
  hint: '月',
  also: '第首最',
  pattern:
    /(?:(?<month>本|这个?|下个?|次)月|(?<number>(?<![\d第]|(?<![周期拜统])[一二三四五六七八九十])(?:\d{1,2}|十[一二]?|[一二三四五六七八九]))月份?|(?<bare>月))的?(?:第(?<nth>[一二三四1-4])|首|(?<last>最后一))个?(?:周|星期|礼拜)(?<day>[一二三四五六日天])/g,
  read({ month, number, bare, nth, last, day = '' }, frame) {
    const [first, end] = monthBounds(bare === undefined ? month : '本', number, frame);
    const place = { unit: 'month', nth: last === undefined ? (readNumber(nth ?? '一') ?? 1) : 0, weekday: numberOfWeekday(day) } as const;
    const found = nthWeekday(first, end, place.nth, place.weekday);
    return found === null ? null : { ...fixedDay('workday', found), workdayOf: place };
  },
};

function numberOfWeekday(name: string): number {
  return '一二三四五六日'.indexOf(name.replace('天', '日')) + 1;
}

function nthWeekday(first: Day, end: Day, nth: number, number: number): Day | null {
  if (nth === 0) return addDays(end, -((weekday(end) - number + 7) % 7));
  const day = addDays(first, ((number - weekday(first) + 7) % 7) + 7 * (nth - 1));
  return day <= end ? day : null;
}

function nthWorkday(first: Day, end: Day, nth: number, frame: Frame): Day {
  if (nth > 0) return frame.calendar.workdayAfter(addDays(first, -1), nth);
  let day = frame.calendar.workdayBefore(addDays(end, 1));
  for (let left = -nth; left > 0; left--) day = frame.calendar.workdayBefore(day);
  return day;
}

/** The next such day not before a day: of its own week or month, or of the one after. */
export function nextWorkdayOf({ unit, nth, weekday: number }: NonNullable<DayTime['workdayOf']>, from: Day, frame: Frame): Day {
  for (let shift = 0; shift < 2; shift++) {
    const monday = addDays(from, 1 - weekday(from) + 7 * shift);
    const at = shiftMonth(Number(from.slice(0, 4)), Number(from.slice(5, 7)), shift);
    const [first, end] =
      unit === 'week'
        ? [monday, addDays(monday, 6)]
        : [makeDay(at.year, at.month, 1), makeDay(at.year, at.month, lastOfMonth(at.year, at.month))];
    const found = number === undefined ? nthWorkday(first, end, nth, frame) : nthWeekday(first, end, nth, number);
    if (found !== null && found >= from) return found;
  }
  return from;
}

function festivalOf(name: string): FestivalId {
  return HOLIDAY_NAMES.find(([each]) => each === name)?.[1] ?? 'spring';
}

/** Of the year that is named, else the next. */
function namedBlock(name: string, frame: Frame, named?: string) {
  const festival = festivalOf(name);
  const years = named === undefined ? [frame.year - 1, frame.year, frame.year + 1] : [Number(named)];
  const blocks = years.map((year) => (festivalDay(festival, year) === null ? null : frame.calendar.holidayBlock(festival, year)));
  return blocks.find((block) => block !== null && block.last >= frame.today) ?? null;
}

function weekBounds(week: string, frame: Frame): readonly [Day, Day] {
  const first = dayOfWeek(frame, weekShift(week), 1);
  return [first, addDays(first, 6)];
}

function monthBounds(month: string | undefined, number: string | undefined, frame: Frame): readonly [Day, Day] {
  const named = readNumber(number ?? '') ?? 0;
  const at =
    month === undefined
      ? { year: named < frame.month ? frame.year + 1 : frame.year, month: named }
      : shiftMonth(frame.year, frame.month, monthShift(month));
  return [makeDay(at.year, at.month, 1), makeDay(at.year, at.month, lastOfMonth(at.year, at.month))];
}

function workday(day: Day, frame: Frame): DayTime {
  return { ...fixedDay('workday', day), certain: frame.calendar.isPublished(Number(day.slice(0, 4))) };
}
