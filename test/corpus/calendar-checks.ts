/** What the words of a sentence say about its day, worked out here once more, apart from any engine. */
import chineseDays from 'chinese-days';
import type { Sentence } from './sentences.ts';

const numerals: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 七: 7, 八: 8, 九: 9 };
const dayLength = 86_400_000;

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

export function isRealDay(day: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && addDays(day, 0) === day;
}

/** 1 is Monday, 7 is Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function sentDay({ sentAt }: Sentence): string {
  return sentAt.slice(0, 10);
}

function narrow(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** The text without the phrases that are no deadline. */
function deadlineText({ text, otherTimes }: Sentence): string {
  return narrow(otherTimes.reduce((rest, { phrase }) => rest.replace(phrase, '□'), text));
}

function monthAndDate(month: string, date: string): string {
  return `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** Does this month and day, in a year near the sending, fall on the weekday that stands beside it? */
function weekdayFits(sentAt: string, monthDay: string, weekday: number): boolean {
  const year = Number(sentAt.slice(0, 4));
  const days = [year - 1, year, year + 1].map((near) => `${near}-${monthDay}`).filter(isRealDay);
  const near = days.filter((day) => Math.abs(Date.parse(day) - Date.parse(sentAt)) < 200 * dayLength);
  return near.some((day) => weekdayOf(day) === weekday);
}

/** "3月19日（周五）" must be a Friday, "本周五（1月22日）" too. */
export function hasWrongWeekday({ text, sentAt }: Sentence): boolean {
  const name = '(?:周|星期|礼拜)([一二三四五六日天])';
  const dateFirst = [...narrow(text).matchAll(new RegExp(`(\\d{1,2})月(\\d{1,2})[日号]?[(（,， ]*[本下这]?${name}`, 'g'))];
  const weekdayFirst = [...narrow(text).matchAll(new RegExp(`${name}[(（ ]*(\\d{1,2})月(\\d{1,2})[日号]`, 'g'))];
  const wrong = (month = '', date = '', weekday = ''): boolean => !weekdayFits(sentAt, monthAndDate(month, date), numerals[weekday] ?? 0);
  return dateFirst.some(([, a, b, c]) => wrong(a, b, c)) || weekdayFirst.some(([, c, a, b]) => wrong(a, b, c));
}

/** 本周X, 下周X and 下下周X of a text with one deadline, counted from the Monday of the week of sending. */
export function hasWrongRelativeWeekday(sentence: Sentence): boolean {
  const found = [...deadlineText(sentence).matchAll(/(本|这|下+)个?(?:周|星期|礼拜)([一二三四五六日天])(?![^，。]{0,6}到周)/g)];
  const [only] = found;
  if (only === undefined || found.length > 1 || sentence.deadlines.length !== 1) return false;
  const [, which = '', name = ''] = only;
  const sent = sentDay(sentence);
  const weeks = which.startsWith('下') ? which.length : 0;
  return sentence.deadlines[0]?.day !== addDays(sent, 7 * weeks + (numerals[name] ?? 0) - weekdayOf(sent));
}

/** 今天, 明天, 后天, 大后天 and 今晚 of a text with one deadline. */
export function hasWrongRelativeDay(sentence: Sentence): boolean {
  const found = [...deadlineText(sentence).matchAll(/(?<!从)(今|明|大后|后)[天日晚早](?!虽|是)/g)];
  const [only] = found;
  if (only === undefined || found.length > 1 || sentence.deadlines.length !== 1) return false;
  const ahead = { 今: 0, 明: 1, 后: 2, 大后: 3 }[only[1] ?? ''];
  const recurs = sentence.deadlines[0]?.recurrence !== null;
  return !recurs && sentence.deadlines[0]?.day !== addDays(sentDay(sentence), ahead ?? 0);
}

/** A date named for a deadline is the day of one of them, or the last day of a recurrence; the start of a range is none. */
export function hasForeignDate(sentence: Sentence): boolean {
  const dates = [...deadlineText(sentence).matchAll(/(\d{1,2})月(\d{1,2})[日号](?!起|[至到—~-])/g)];
  const days = new Set(sentence.deadlines.flatMap(({ day, until }) => [day, until ?? day]).map((day) => day.slice(5)));
  return days.size > 0 && dates.some(([, month = '', date = '']) => !days.has(monthAndDate(month, date)));
}

/** 12, 三, 十五, 二十. */
function numberOf(text: string): number {
  if (!text.includes('十')) return numerals[text] ?? Number(text);
  const [tens = '', ones = ''] = text.split('十');
  return (numerals[tens] ?? 1) * 10 + (numerals[ones] ?? 0);
}

/** The Nth working day after the sending; checked where the official calendar is known, in 2026. */
export function hasWrongWorkdays(sentence: Sentence): boolean {
  const found = [...deadlineText(sentence).matchAll(/(\d+|[二三]?十[一二三四五六七八九]?|[一二两三四五六七八九])个工作日/g)];
  const [deadline] = sentence.deadlines;
  const counted = found.length === 1 && sentence.deadlines.length === 1 && deadline?.recurrence === null;
  if (!counted || deadline.day > '2026-12-31' || /第.个工作日|(?:会|节|结束|期满)后|最后/.test(sentence.text)) return false;
  let passed = 0;
  for (let day = addDays(sentDay(sentence), 1); day <= deadline.day; day = addDays(day, 1)) {
    if (chineseDays.isWorkday(day)) passed += 1;
  }
  const wanted = found[0]?.[1] ?? '';
  return passed !== numberOf(wanted) || !chineseDays.isWorkday(deadline.day);
}
