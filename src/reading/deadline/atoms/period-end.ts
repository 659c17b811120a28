/** Ends of periods: 月底, 10月底, 明年3月底, 9月中旬, 季度末, 三季度末, 季度结束前, 年底, 年中. */
import type { DayPattern } from '../day-pattern.ts';
import { lastOfMonth, makeDay, shiftMonth } from '../day-pattern.ts';
import { type DayTime, fixedDay, type Recogniser } from './atom.ts';
import { readNumber } from './numerals.ts';
import {
  DAY_NUMBER,
  FIRM_DAY_UNIT,
  MONTH_NUMBER,
  MONTH_SHIFT,
  MONTH_START,
  monthShift,
  readDayNumber,
  readMonth,
  YEAR,
  yearOf,
} from './sources.ts';

/** The day that a part of a month ends on; 31 stands for the last. */
const LAST_DAYS: Readonly<Record<string, number>> = {
  底: 31,
  末: 31,
  下旬: 31,
  中旬: 20,
  上旬: 10,
  初: 10,
  中: 15,
  尾: 31,
  最后一天: 31,
  最后一日: 31,
  第一天: 1,
  头一天: 1,
  首日: 1,
  结束: 31,
  低: 31,
};

export const monthEnd: Recogniser = {
  id: 'atom/month-end',
  hint: '月',
  also: '底末尾旬初中最低结天首',
  pattern: new RegExp(
    `(?:${MONTH_START}(?!(?<=[统万唯])一月)${YEAR}${MONTH_NUMBER}月份?|${MONTH_SHIFT}(?:的?月(?=[底末中尾]))?|(?:(?<![\\d半正腊冬一二三四五六七八九十上下本这次当]|(?<!每)个)|(?<=[统万唯]一))月)的?(?:份)?(?<part>底|末|尾|低(?=之?前|以前)|最后一[天日]|[第头]一天|首日|结束(?=之?前|以前)|[上中下]旬|初(?![一二三四五六七八九十])|中(?=前|之前|以前|完|交|报|[把将]|要|务必|必须))`,
    'g',
  ),
  read({ year, month, shift, part = '' }, frame) {
    const day = LAST_DAYS[part] ?? 31;
    if (shift !== undefined) return fixedEnd(shiftMonth(frame.year, frame.month, monthShift(shift)), day);
    if (month === undefined) return end({ every: 'month', day, clip: true });
    const number = readMonth(month);
    if (number < 1 || number > 12) return null;
    const fixedYear = yearOf(year, frame);
    return fixedYear === null ? end({ every: 'year', month: number, day, clip: true }) : fixedEnd({ year: fixedYear, month: number }, day);
  },
};

/** 上旬, 中旬, 下旬 alone: of this month, or the next. */
export const bareTenDays: Recogniser = {
  id: 'atom/ten-days',
  hint: '旬',
  pattern: /(?<![月份的])(?<part>[上中下]旬)/g,
  read({ part = '' }) {
    return end({ every: 'month', day: LAST_DAYS[part] ?? 31, clip: true });
  },
};

export const quarterEnd: Recogniser = {
  id: 'atom/quarter-end',
  hint: '季',
  also: '末底结最',
  pattern: new RegExp(
    `(?:${YEAR}(?:第?(?<quarter>[一二三四1-4])|(?<shift>本|这个?|下个?))?)季度?(?:末|底|的?最后一[天日]|结束(?=之?前|以前))`,
    'g',
  ),
  read({ year, quarter, shift }, frame) {
    if (quarter !== undefined) {
      const month = (readNumber(quarter) ?? 0) * 3;
      const fixedYear = yearOf(year, frame);
      return fixedYear === null ? end({ every: 'year', month, day: 31, clip: true }) : fixedEnd({ year: fixedYear, month }, 31);
    }
    if (shift?.startsWith('下') === true) return fixedEnd(shiftMonth(frame.year, Math.ceil(frame.month / 3) * 3, 3), 31);
    return end({ every: 'quarter', month: 3, day: 31 });
  },
};

/** 每季度末月25日, 季度首月10日. */
export const quarterMonthDay: Recogniser = {
  id: 'atom/day-of-quarter',
  hint: '季',
  pattern: new RegExp(
    `(?:季度?|(?<=季)度?(?:结束|终了)?(?:之后|以后|后)的?)(?:(?<last>末月|最后一个?月|第三个月)|(?<first>首月|头一个?月|第一个月)|(?<second>第二个月))的?${DAY_NUMBER}${FIRM_DAY_UNIT}`,
    'g',
  ),
  read({ last, first, day = '' }) {
    const number = readDayNumber(day);
    return number === null ? null : end({ every: 'quarter', month: last !== undefined ? 3 : first !== undefined ? 1 : 2, day: number.day });
  },
};

export const yearEnd: Recogniser = {
  id: 'atom/year-end',
  hint: '年',
  also: '底末终中结',
  pattern: /(?<!学)(?:(?<year>\d{4}|[今明后去本])?年(?:度(?=结))?(?<part>底|末|结束(?=之?前|以前)|终(?=前|之前|以前)|中(?=前|之前|以前)))/g,
  read({ year, part }, frame) {
    const [month, day] = part === '中' ? [6, 30] : [12, 31];
    const fixedYear = yearOf(year, frame);
    return fixedYear === null ? end({ every: 'year', month, day, clip: true }) : fixedEnd({ year: fixedYear, month }, day);
  },
};

/** 周内, 月内, 年内: by the end of it. */
export const periodInside: Recogniser = {
  id: 'atom/inside-period',
  hint: '内',
  pattern: /(?<![\d一二两三四五六七八九十半个本这下上每季])(?<unit>周|月|年)(?:之内|以内|内)(?![容部外涝蒙存科设置])/g,
  read({ unit }, frame) {
    if (unit === '周') return { ...end({ every: 'week', weekday: 7 }), precision: 'week', closed: true };
    if (unit === '月') return { ...end({ every: 'month', day: 31, clip: true }), precision: 'month', closed: true };
    return { ...fixedEnd({ year: frame.year, month: 12 }, 31), precision: 'month', closed: true };
  },
};

function end(pattern: DayPattern): DayTime {
  return { kind: 'day', form: 'end', pattern, fixed: false, certain: true };
}

function fixedEnd(at: { readonly year: number; readonly month: number }, day: number): DayTime {
  return fixedDay('end', makeDay(at.year, at.month, Math.min(day, lastOfMonth(at.year, at.month))));
}
