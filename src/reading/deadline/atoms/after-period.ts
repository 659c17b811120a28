/** 每季度结束后10日内, 每月终了后5日内, 每月结束后3个工作日内, 每月前5日内: a day of each period, told from the end of the one before. */
import type { Day } from '../../../model/instant.ts';
import type { DayPattern } from '../day-pattern.ts';
import { type DayTime, fixedDay, type Recogniser } from './atom.ts';
import { readNumber, SMALL } from './numerals.ts';

export const afterPeriod: Recogniser = {
  id: 'atom/after-each-period',
  hint: '每',
  also: '后前头',
  pattern: new RegExp(
    `(?<=每个?(?<unit>季度?|月|周|星期|年度?))的?(?:(?:结束|终了|完了?)(?:之后|以后|后)的?|[前头](?=[^,。]{1,8}内))(?<amount>${SMALL})(?:(?<work>个?工作日)|(?:个自然)?[日天])(?:之内|以内|内)`,
    'g',
  ),
  read({ unit = '', amount = '', work }, frame) {
    if (work !== undefined) return ofWorkdays(unit, readNumber(amount) ?? 0, frame.today);
    const pattern = patternOf(unit, readNumber(amount) ?? 0);
    return pattern === null ? null : { kind: 'day', form: 'end', pattern, fixed: false, certain: true, closed: true };
  },
};

/** Weeks and months know their nth working day. */
function ofWorkdays(unit: string, nth: number, today: Day): DayTime | null {
  const isMonth = unit === '月';
  if ((!isMonth && unit !== '周' && unit !== '星期') || nth < 1 || nth > (isMonth ? 15 : 5)) return null;
  return { ...fixedDay('workday', today), closed: true, workdayOf: { unit: isMonth ? 'month' : 'week', nth } };
}

function patternOf(unit: string, day: number): DayPattern | null {
  if (day < 1 || day > 28) return null;
  if (unit.startsWith('季')) return { every: 'quarter', month: 1, day };
  if (unit === '月') return { every: 'month', day, clip: false };
  if (unit.startsWith('年')) return { every: 'year', month: 1, day, clip: true };
  return day > 6 ? null : { every: 'week', weekday: day };
}
