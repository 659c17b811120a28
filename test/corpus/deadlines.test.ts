import { readdirSync, readFileSync } from 'node:fs';
import { isWorkday } from 'chinese-days';
import { describe, expect, it } from 'vitest';

interface GoldDeadline {
  at: string | null;
  day: string;
  precision: string;
  recurrence: string | null;
  anchor: string | null;
  alt_days?: string[];
  basis: string;
}
interface Sentence {
  id: string;
  text: string;
  sentAt: string;
  deadlines: GoldDeadline[];
  otherTimes: { phrase: string; role: string }[];
  urgency: string;
}

const folder = new URL('./deadlines/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const corpus = new Map(files.map((name) => [name, readSentences(name)]));
const sentences = [...corpus.values()].flat();
const held = files.filter((name) => name.startsWith('held-')).flatMap((name) => corpus.get(name) ?? []);

const allowed = {
  precision: ['minute', 'hour', 'half_day', 'day', 'week', 'month'],
  anchor: [null, 'end_of_work', 'start_of_work', 'noon'],
  recurrence: [null, 'daily', 'workday', 'weekly', 'monthly', 'quarterly', 'yearly'],
  role: ['event', 'past', 'period', 'document', 'old', 'other'],
  urgency: ['immediate', 'soon', 'none'],
};
const numerals: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 七: 7, 十: 10 };
const dayLength = 86_400_000;

function readSentences(name: string): Sentence[] {
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Sentence);
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function isRealDay(day: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && addDays(day, 0) === day;
}

function isRealInstant(instant: string): boolean {
  return /T([01]\d|2[0-3]):[0-5]\d:00\+08:00$/.test(instant) && isRealDay(instant.slice(0, 10));
}

function narrow(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** The text without the phrases that are no deadline. */
function deadlineText({ text, otherTimes }: Sentence): string {
  return otherTimes.reduce((rest, { phrase }) => rest.replace(phrase, '□'), text);
}

function ids(wrong: (sentence: Sentence) => boolean): string[] {
  return sentences.filter(wrong).map(({ id }) => id);
}

/** Which of the years around the sending gives this month and day the weekday that stands beside it? */
function weekdayFits(sentAt: string, month: string, date: string, weekday: number): boolean {
  const year = Number(sentAt.slice(0, 4));
  const days = [year - 1, year, year + 1].map((near) => `${near}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  const near = days.filter((day) => Math.abs(Date.parse(day) - Date.parse(sentAt)) < 200 * dayLength);
  return near.some((day) => isRealDay(day) && weekdayOf(day) === weekday);
}

function hasWrongWeekday({ text, sentAt }: Sentence): boolean {
  const beside = /(\d{1,2})月(\d{1,2})[日号]?[(（,， ]*(?:本周|下周|周|星期|礼拜)([一二三四五六日天])/g;
  const pairs = [...narrow(text).matchAll(beside)];
  return pairs.some(([, month = '', date = '', name = '']) => !weekdayFits(sentAt, month, date, numerals[name] ?? 0));
}

/** 本周X, 下周X and 下下周X of a text with one deadline, counted from the Monday of the week of sending. */
function hasWrongRelativeWeekday(sentence: Sentence): boolean {
  const found = [...deadlineText(sentence).matchAll(/(本|这|下+)个?(?:周|星期|礼拜)([一二三四五六日天])/g)];
  const [only] = found;
  if (only === undefined || found.length > 1 || sentence.deadlines.length !== 1) return false;
  const [, which = '', name = ''] = only;
  const monday = addDays(sentence.sentAt.slice(0, 10), 1 - weekdayOf(sentence.sentAt.slice(0, 10)));
  const weeks = which.startsWith('下') ? which.length : 0;
  return sentence.deadlines[0]?.day !== addDays(monday, 7 * weeks + (numerals[name] ?? 0) - 1);
}

/** A date named for a deadline is the day of one of them; the start of a range is none. */
function hasForeignDate(sentence: Sentence): boolean {
  const dates = [...narrow(deadlineText(sentence)).matchAll(/(\d{1,2})月(\d{1,2})[日号](?!起|[至到—~-])/g)];
  const days = new Set(sentence.deadlines.map(({ day }) => day.slice(5)));
  const named = dates.map(([, month = '', date = '']) => `${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  return days.size > 0 && named.some((day) => !days.has(day));
}

/** Counts the working days after the sending; only 2026 has an official calendar. */
function hasWrongWorkdays(sentence: Sentence): boolean {
  const found = [...deadlineText(sentence).matchAll(/(\d+|[一二两三五七十])个工作日/g)];
  const [deadline] = sentence.deadlines;
  const counted = found.length === 1 && sentence.deadlines.length === 1 && deadline?.recurrence === null;
  if (!counted || deadline.day > '2026-12-31' || /第.个工作日|会后|\d日起|最后/.test(sentence.text)) return false;
  let passed = 0;
  for (let day = addDays(sentence.sentAt.slice(0, 10), 1); day <= deadline.day; day = addDays(day, 1)) {
    if (isWorkday(day)) passed += 1;
  }
  const wanted = found[0]?.[1] ?? '';
  return passed !== (numerals[wanted] ?? Number(wanted)) || !isWorkday(deadline.day);
}

function instantFits({ at, day }: GoldDeadline): boolean {
  return at === null || (isRealInstant(at) && (at.startsWith(day) || at.startsWith(`${addDays(day, 1)}T00:00:00`)));
}

function isAllowed({ precision, anchor, recurrence, basis, at }: GoldDeadline): boolean {
  const known = allowed.precision.includes(precision) && allowed.anchor.includes(anchor);
  return known && allowed.recurrence.includes(recurrence) && basis === (at === null ? 'assumed' : 'said');
}

describe('the corpus of deadline sentences', () => {
  it('is large, a third of it held back, with many sentences without a deadline', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(800);
    expect(ids(({ deadlines }) => deadlines.length === 0).length).toBeGreaterThanOrEqual(200);
    expect(corpus.get('never.jsonl')?.length).toBeGreaterThanOrEqual(200);
    expect(held.length / sentences.length).toBeGreaterThanOrEqual(0.3);
  });

  it('has each id and each text once', () => {
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
  });

  it('uses only the known values, and quotes other times from the text', () => {
    expect(ids(({ deadlines }) => !deadlines.every(isAllowed))).toEqual([]);
    expect(ids(({ urgency }) => !allowed.urgency.includes(urgency))).toEqual([]);
    expect(ids(({ otherTimes }) => otherTimes.some(({ role }) => !allowed.role.includes(role)))).toEqual([]);
    expect(ids(({ text, otherTimes }) => otherTimes.some(({ phrase }) => !text.includes(phrase)))).toEqual([]);
  });

  it('names real days and instants that agree with each other', () => {
    const days = ({ day, alt_days: others = [] }: GoldDeadline): string[] => [day, ...others];
    expect(ids(({ sentAt }) => !isRealInstant(sentAt))).toEqual([]);
    expect(ids(({ deadlines }) => !deadlines.flatMap(days).every(isRealDay))).toEqual([]);
    expect(ids(({ deadlines }) => !deadlines.every(instantFits))).toEqual([]);
  });

  it('puts no deadline before the sending', () => {
    expect(ids(({ sentAt, deadlines }) => deadlines.some(({ day }) => day < sentAt.slice(0, 10)))).toEqual([]);
    expect(ids(({ sentAt, deadlines }) => deadlines.some(({ at }) => at !== null && at < sentAt))).toEqual([]);
  });

  it('agrees with the calendar where a text names weekdays, dates or working days', () => {
    expect(ids(hasWrongWeekday)).toEqual([]);
    expect(ids(hasWrongRelativeWeekday)).toEqual([]);
    expect(ids(hasForeignDate)).toEqual([]);
    expect(ids(hasWrongWorkdays)).toEqual([]);
  });
});
