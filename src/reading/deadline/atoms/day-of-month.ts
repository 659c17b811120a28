/** A day without its month: 25号, 30日前, 二十三号, and those that lost their unit (于25前, 20-25日). */
import type { DayTime, Recogniser } from './atom.ts';
import { DAY_NUMBER, FIRM_DAY_UNIT, readDayNumber } from './sources.ts';

export const dayOfMonth: Recogniser = {
  id: 'atom/day-of-month',
  hint: '日号曰',
  pattern: new RegExp(`(?<![\\d第.#a-zA-Z百零〇]|(?<![周期拜统])[一二三四五六七八九十])${DAY_NUMBER}${FIRM_DAY_UNIT}`, 'g'),
  read({ day = '' }, _frame, match) {
    // 一日三餐, 一号 alone in words is a name as often as a day.
    return day === '一' && match[0].endsWith('日') ? null : monthly(day);
  },
};

/** The first day of `20-25日` or, after 每月, of `10、20日`. */
export const sharedUnit: Recogniser = {
  id: 'atom/day-of-month-shared-unit',
  hint: '日号',
  also: '-~—–至到、和',
  pattern:
    /(?<![\d.月第#a-zA-Z-])(?<day>\d{1,2})(?=[-~—–至到]{1,2}\d{1,2}[日号])|(?<=每月)(?<listed>\d{1,2})(?=[、和]\d{1,2}[日号、和])|(?<![\d.月第#a-zA-Z、-]|每月)(?:(?<=[于在为表单料]|分别|^|[,。;:])(?<row>\d{1,2})(?=(?:[、和]\d{1,2}){1,4}日))|(?<=[^\d月、]\d{1,2}[、](?:\d{1,2}[、]){0,3})(?<next>\d{1,2})(?=(?:[、和]\d{1,2}){1,4}日)/g,
  read({ day, listed, row, next }) {
    return monthly(day ?? listed ?? row ?? next ?? '');
  },
};

/** `请于25前报`: the 号 is lost. */
export const lostUnit: Recogniser = {
  id: 'atom/day-of-month-lost-unit',
  hint: '前',
  also: '0123456789十',
  pattern:
    /(?:(?<=[于在请,、]|截止|最迟|最晚)|^)(?<day>\d{1,2}|(?<=[于在])(?:[二三]?十[一二三四五六七八九]?))(?=之前|以前|前(?!后|[\d一二三四五六七八九十两几名个位期往景任排线列程台者段]))/g,
  read({ day = '' }) {
    const found = monthly(day);
    return found === null ? null : { ...found, certain: false };
  },
};

export function monthly(text: string): DayTime | null {
  const number = readDayNumber(text);
  return number === null
    ? null
    : { kind: 'day', form: 'dayOfMonth', pattern: { every: 'month', day: number.day, clip: false }, fixed: false, certain: number.certain };
}
