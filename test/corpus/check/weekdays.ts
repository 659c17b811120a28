/** Weekdays that are named beside a date agree with the calendar. */
import { addDays, type Day, dayNumber, isDay, weekday } from '../../../src/model/instant.ts';
import { type Problem, problem } from './problem.ts';
import type { Scenario } from './scenario.ts';

const NAMES = '一二三四五六日';
const WEEKDAY = '(?:周|星期|礼拜)(?<name>[一二三四五六日天])';
const DATE = '(?:(?:(?<year>\\d{4})年)?(?<month>\\d{1,2})月)?(?<date>\\d{1,2})[日号]';
const PATTERNS = [
  new RegExp(`(?<!\\d)${DATE}\\s*[((,,]?\\s*[本这下]?${WEEKDAY}`, 'gu'),
  new RegExp(`${WEEKDAY}\\s*[((,,]?\\s*${DATE}`, 'gu'),
];

export function checkWeekdays({ folder, chat }: Scenario): readonly Problem[] {
  return chat.flatMap(({ value, line }) =>
    wrongWeekdays(value.text, value.sentAt.slice(0, 10)).map((says) => problem(`${folder}/chat.jsonl`, line, `${value.id}: ${says}`)),
  );
}

/** The weekdays in a text that no date near its sending has. */
export function wrongWeekdays(text: string, sent: Day): readonly string[] {
  const narrow = text.replace(/[\uff01-\uff5e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return PATTERNS.flatMap((pattern) => [...narrow.matchAll(pattern)]).flatMap(({ 0: phrase, groups = {} }) => {
    const named = NAMES.indexOf((groups['name'] ?? '').replace('天', '日')) + 1;
    const days = daysMeant(groups, sent);
    if (days.some((day) => weekday(day) === named)) return [];
    const [nearest] = days.toSorted((a, b) => distance(a, sent) - distance(b, sent));
    return [
      nearest === undefined ? `“${phrase}” names no day of the calendar` : `“${phrase}”: ${nearest} is 周${NAMES[weekday(nearest) - 1]}`,
    ];
  });
}

/** The days that a date without a year or a month may mean when it is said on a day. */
function daysMeant({ year, month, date = '' }: Record<string, string | undefined>, sent: Day): readonly Day[] {
  const years = year === undefined ? [-1, 0, 1].map((step) => Number(sent.slice(0, 4)) + step) : [Number(year)];
  if (month !== undefined)
    return years.map((one) => dayIn(one, month, date)).filter((day) => isDay(day) && (year !== undefined || distance(day, sent) < 200));
  const months = [-20, 0, 20].map((step) => addDays(sent, step).slice(0, 7));
  return [...new Set(months)].map((one) => `${one}-${date.padStart(2, '0')}`).filter((day) => isDay(day) && distance(day, sent) <= 25);
}

function dayIn(year: number, month: string, date: string): Day {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

function distance(a: Day, b: Day): number {
  return Math.abs(dayNumber(a) - dayNumber(b));
}
