/** Calendar dates with a month: 2026-10-20, 10月20日, 明年3月15日, 本月27日, 10/25前, 11.27前. */

import { lastOfMonth, makeDay, monthDay, shiftMonth } from '../day-pattern.ts';
import { type DayTime, fixedDay, type Recogniser } from './atom.ts';
import { monthly } from './day-of-month.ts';
import {
  BEFORE,
  DAY_NUMBER,
  DAY_UNIT,
  MONTH_NUMBER,
  MONTH_SHIFT,
  MONTH_START,
  monthShift,
  readDayNumber,
  readMonth,
  YEAR,
  yearOf,
} from './sources.ts';

export const isoDate: Recogniser = {
  id: 'atom/iso-date',
  hint: '-/.',
  pattern: /(?<![\d.])(?<year>20\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\d]|\.\d)[日号]?/g,
  read({ year = '', month = '', day = '' }) {
    const found = monthDay(Number(year), Number(month), Number(day), false);
    return found === null ? null : fixedDay('date', found);
  },
};

/** 20281124前: only before a word that bounds it, else a number. */
export const compactDate: Recogniser = {
  id: 'atom/compact-date',
  hint: '0123456789',
  also: '前截之以',
  pattern: /(?<!\d)(?<year>20\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?=之前|以前|前(?!后|台)|截止)/g,
  read({ year = '', month = '', day = '' }) {
    const found = monthDay(Number(year), Number(month), Number(day), false);
    return found === null ? null : fixedDay('date', found);
  },
};

export const monthDate: Recogniser = {
  id: 'atom/month-day',
  hint: '月',
  pattern: new RegExp(`${MONTH_START}${YEAR}${MONTH_NUMBER}月份?的?${DAY_NUMBER}${DAY_UNIT}`, 'g'),
  read({ year, month = '', day = '' }, frame) {
    return dateOf(yearOf(year, frame), readMonth(month), day);
  },
};

export const shiftedMonthDate: Recogniser = {
  id: 'atom/this-month-day',
  hint: '月',
  also: '本这当下次上',
  pattern: new RegExp(`${MONTH_SHIFT}的?${DAY_NUMBER}${DAY_UNIT}`, 'g'),
  read({ shift = '', day = '' }, frame) {
    const at = shiftMonth(frame.year, frame.month, monthShift(shift));
    return dateOf(at.year, at.month, day);
  },
};

/** How a part or a point of the day begins: 上午, 一早, 晚8点, 收工前, 午饭前. */
const POINT_OF_DAY =
  '(?:[上下中正]午|一[上下早大]|[早晚](?=[上间晨饭餐\\d一二三四五六七八九十差])|凌晨|清[晨早]|傍晚|擦黑|天黑|夜[里间]|[深半]夜|午|晌|[头后]晌|[快临刚一]?[上下收放落交]班|[收放上下]工|[中晚晌]饭|[中]餐|吃[早中午晚]?饭|放学)';

/** 指数4.2→3.9, 版本3.1改3.2: what goes up and down. */
const LEVEL = /指数|pH|PH|值|版本?|得分|分数|浓度|水位|流量|单价|价格?|率/;
const GOES = /→|[-=—]>|改/;
const LEVEL_NEAR = 14;

/** 11.27 and 10/25 are dates only where the words around say so: 3.15晚会, 1/3的村 and a level (压到11.20) are not. */
export const shortDate: Recogniser = {
  id: 'atom/short-date',
  hint: './-。,',
  also: '0123456789',
  pattern: new RegExp(
    `(?:(?<![\\d./-]|(?:[午早夜晨]|(?<!最)晚|[晚早]上|[晚午]间|夜里|午后)的?\\s?)(?<month>0?[1-9]|1[0-2])[./-]|(?<=^|[于请\\s])(?<odd>[1-9]|1[0-2])[。,](?=\\d{1,2}(?:之?前|以前|[上下]午|下班)))(?<day>0?[1-9]|[12]\\d|3[01])(?:[日号](?!内)|(?<![;。\\n]\\s?\\d{1,2}[./-]\\d{1,2})[日号](?=内)|(?=\\s?(?:${BEFORE}|${POINT_OF_DAY}|截止|为止|为限|→|[-=—]{1,2}>|交(?!通|警|流|易|叉|付|$)|上[交报]|报(?:送|齐|完|我|给)|提交|[)）]?${BEFORE}|[-~—至到]{1,2}\\d{1,2}[./]\\d{1,2}|[一二三四五六七八九十两零]{1,3}[点时]|(?:1\\d|2[0-4])(?:[点时]|:[0-5]\\d))|\\s{1,3}\\d{1,2}\\s?(?:[点时]|:\\s?[0-5]\\d))|(?<=(?:截止|截止(?:日期?|时间)|截至|截止到|最迟|最晚|不晚于|不迟于|延至|延到|改到|→|[-=—]>|\\d前?改[为成]?|推迟到|即日起至|(?<![压涨降升落退制抬蓄抽排跌达])到|[-~—至])[:\\s]{0,2}\\d{1,2}[./]\\d{1,2})(?![\\d.%万元亿米公斤吨]))`,
    'g',
  ),
  read({ month, odd, day = '' }, _frame, { input, index }) {
    const [before, after] = [input.slice(Math.max(0, index - LEVEL_NEAR), index), input.slice(index, index + LEVEL_NEAR)];
    if (LEVEL.test(before) && GOES.test(before + after)) return { kind: 'none' };
    if (month !== undefined && isItem(input, index, Number(month))) return monthly(day);
    const found = dateOf(null, Number(month ?? odd), day);
    return odd === undefined || found.kind === 'none' ? found : { ...found, certain: false };
  },
};

/** "1.清空巷子;\n2.12日上午开会": the number of an item of a list, and a day without its month. */
function isItem(input: string, index: number, number: number): boolean {
  if (number < 2 || !/[\n;。]/.test(input[index - 1] ?? '')) return false;
  return new RegExp(`(?:^|[\\n;。])${number - 1}[.、]`, 'u').test(input.slice(0, index));
}

/** A day that its month lacks (11月31日) is a slip for the last one; a month that the year lacks is no date, nor is the day alone. */
function dateOf(year: number | null, month: number, dayText: string): DayTime | { readonly kind: 'none' } {
  const number = readDayNumber(dayText);
  if (number === null || month < 1 || month > 12) return { kind: 'none' };
  const isWhole = number.day <= lastOfMonth(year ?? LEAP_YEAR, month);
  const pattern =
    year === null
      ? ({ every: 'year', month, day: number.day, clip: true } as const)
      : ({ every: 'once', day: makeDay(year, month, Math.min(number.day, lastOfMonth(year, month))) } as const);
  return { kind: 'day', form: 'date', pattern, fixed: year !== null, certain: number.certain && isWhole };
}

const LEAP_YEAR = 2024;
