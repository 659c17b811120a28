/** Whole periods: 本周, 下个月, 10月份, 1-10月, 三季度, 上半年, 今年. A deadline only with 内 or a deed. */
import { addDays, dayNumber } from '../../../model/instant.ts';
import { lastOfMonth, makeDay, shiftMonth } from '../day-pattern.ts';
import type { Frame } from '../frame.ts';
import type { Recogniser, TimeAtomValue } from './atom.ts';
import { readNumber } from './numerals.ts';
import { MONTH_NUMBER, MONTH_SHIFT, MONTH_START, monthShift, readMonth, YEAR, yearOf } from './sources.ts';
import { dayOfWeek, weekShift } from './weekday.ts';

type Stretch = Extract<TimeAtomValue, { kind: 'stretch' }>;

export const weekStretch: Recogniser = {
  id: 'atom/week',
  hint: '周星礼',
  pattern:
    /(?<week>上上个?|上个?|(?<![脚课文样书抄剧台账版正副底成基读绘])本|这个?|这一|下下个?|下个?)(?:周|星期|礼拜)(?![一二三四五六日天末1-7边围])/g,
  read({ week = '' }, frame) {
    const first = dayOfWeek(frame, weekShift(week), 1);
    return { kind: 'stretch', unit: 'week', first, last: addDays(first, 6), fixed: true };
  },
};

export const monthStretch: Recogniser = {
  id: 'atom/month',
  hint: '月',
  pattern: new RegExp(`(?:${MONTH_START}${YEAR}${MONTH_NUMBER}月(?!底|末|[上中下]旬)份?|${MONTH_SHIFT}(?!底|末|[上中下]旬)份?)`, 'g'),
  read({ year, month, shift }, frame) {
    if (shift !== undefined) {
      const at = shiftMonth(frame.year, frame.month, monthShift(shift));
      return months('month', at.year, at.month, 1, true);
    }
    const number = readMonth(month ?? '');
    const fixedYear = yearOf(year, frame);
    if (number < 1 || number > 12) return null;
    return months('month', fixedYear ?? (number < frame.month ? frame.year + 1 : frame.year), number, 1, fixedYear !== null);
  },
};

/** 1-10月, 三至五月: a period of data or of work. */
export const monthRange: Recogniser = {
  id: 'atom/month-range',
  hint: '月',
  also: '-~—–至到',
  pattern: new RegExp(`(?<![\\d.])${YEAR}(?<from>\\d{1,2})月?份?[-~—–至到]{1,2}(?<month>\\d{1,2})月份?(?!\\d|底|末|[上中下]旬)`, 'g'),
  read({ year, from = '', month = '' }, frame) {
    const [first, last] = [Number(from), Number(month)];
    if (first < 1 || last > 12 || last <= first) return null;
    return months('half', yearOf(year, frame) ?? frame.year, first, last - first + 1, true);
  },
};

export const quarterStretch: Recogniser = {
  id: 'atom/quarter',
  hint: '季',
  pattern: new RegExp(`${YEAR}(?:第?(?<quarter>[一二三四1-4])|(?<shift>本|这个?|下个?|上个?))季度(?!末|底)`, 'g'),
  read({ year, quarter, shift = '' }, frame) {
    const shifted = shiftMonth(frame.year, Math.floor((frame.month - 1) / 3) * 3 + 1, 3 * weekShift(shift));
    if (quarter === undefined) return months('quarter', shifted.year, shifted.month, 3, true);
    return months('quarter', yearOf(year, frame) ?? frame.year, (readNumber(quarter) ?? 1) * 3 - 2, 3, true);
  },
};

export const halfYearStretch: Recogniser = {
  id: 'atom/half-year',
  hint: '半',
  also: '年',
  pattern: new RegExp(`${YEAR}(?<half>[上下])半年`, 'g'),
  read({ year, half }, frame) {
    return months('half', yearOf(year, frame) ?? frame.year, half === '上' ? 1 : 7, 6, true);
  },
};

/** 今年, 2026年度; not 都换成今年的: of that year. */
export const yearStretch: Recogniser = {
  id: 'atom/year',
  hint: '年',
  pattern:
    /(?<![\d.])(?:(?<year>20\d{2})年(?!底|末|内)度?|(?<word>[今明后去本全当])年(?!底|末|轻|级|龄|纪)度?(?!的(?:[,，。;；!！]|$)))(?!\d{1,2}月)/g,
  read({ year, word }, frame) {
    const number = word === '全' ? frame.year : (yearOf(year ?? word, frame) ?? frame.year);
    return months('year', number, 1, 12, true);
  },
};

function months(unit: Stretch['unit'], year: number, month: number, count: number, fixed: boolean): Stretch {
  const end = shiftMonth(year, month, count - 1);
  return {
    kind: 'stretch',
    unit,
    first: makeDay(year, month, 1),
    last: makeDay(end.year, end.month, lastOfMonth(end.year, end.month)),
    fixed,
  };
}

/** Whether a stretch lies wholly after today. */
export function isAhead(stretch: Stretch, frame: Frame): boolean {
  return dayNumber(stretch.first) > dayNumber(frame.today);
}
