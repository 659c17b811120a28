/** Days and clock times as a Chinese reader says them. Days ahead carry their date: a digest may be read the next morning. */
import { clockWords, DAY, type Day, dayAt, dayNumber, type Instant, minutesOfDay, weekday } from '../../model/instant.ts';
import { say, words } from './words.ts';

/** `11月17日`, with the year where it isn't this one. */
export function dateWords(day: Day, today: Day): string {
  const { monthDay, yearMonthDay } = words.time;
  return say(day.slice(0, 4) === today.slice(0, 4) ? monthDay : yearMonthDay, partsOf(day));
}

/** `11月17日 周二` */
export function headlineDay(day: Day): string {
  return `${dateWords(day, day)} ${weekdayWord(day)}`;
}

/** `周三 18日`, `周二 12月1日`, `周五 2027年1月1日` */
export function dayWords(day: Day, today: Day): string {
  return `${weekdayWord(day)} ${shortDate(day, today)}`;
}

/** `18日`, `12月1日` */
export function shortDate(day: Day, today: Day): string {
  return day.slice(0, 7) === today.slice(0, 7) ? say(words.time.day, partsOf(day)) : dateWords(day, today);
}

/** When a message was sent, seen from the day of the digest: `11:20`, `昨 22:15`, `14日 09:00`. */
export function sentWords(at: Instant, today: Day, timezone: string): string {
  const day = dayAt(at, timezone);
  const clock = clockWords(minutesOfDay(at, timezone));
  if (day === today) return clock;
  if (isNextDay(day, today)) return `${words.time.yesterday} ${clock}`;
  return `${shortDate(day, today)} ${clock}`;
}

/** The next digest in a heading: `明天 18:00`, `周一 23日 18:00`. */
export function nextWords(at: Instant, today: Day, timezone: string): string {
  const day = dayAt(at, timezone);
  const clock = clockWords(minutesOfDay(at, timezone));
  if (day === today) return `${words.time.today} ${clock}`;
  return `${isNextDay(today, day) ? words.time.tomorrow : dayWords(day, today)} ${clock}`;
}

/** Minutes from the start of a day to an instant; a day's end is 1440. China has no summer time, so that a day is 24 hours. */
export function minutesInto(day: Day, at: Instant, timezone: string): number {
  const days = dayNumber(dayAt(at, timezone)) - dayNumber(day);
  return days * (DAY / 60_000) + minutesOfDay(at, timezone);
}

function isNextDay(day: Day, next: Day): boolean {
  return dayNumber(next) - dayNumber(day) === 1;
}

function weekdayWord(day: Day): string {
  return words.time.weekdays[weekday(day) - 1] ?? '';
}

function partsOf(day: Day): Readonly<Record<'year' | 'month' | 'day', number>> {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}
