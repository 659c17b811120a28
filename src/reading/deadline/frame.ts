/** The standpoint that a text is read from, worked out once a reading. */
import { type Day, dayAt, type Instant, minutesOfDay } from '../../model/instant.ts';
import type { Workday } from '../../model/organisation.ts';
import type { WorkCalendar } from './calendar/index.ts';

export interface TimesContext {
  readonly sentAt: Instant;
  readonly timezone: string;
  readonly workday: Workday;
  readonly calendar: WorkCalendar;
}

export interface Frame extends TimesContext {
  readonly today: Day;
  readonly year: number;
  readonly month: number;
  /** Minutes after midnight of the sending. */
  readonly minute: number;
}

/** Whether the holiday notice that working days around a day hang on is known. */
export function isPublishedOn(day: Day, { calendar }: TimesContext): boolean {
  return calendar.isPublished(Number(day.slice(0, 4)));
}

export function workdaysBefore(day: Day, count: number, { calendar }: TimesContext): Day {
  let current = day;
  for (let left = count; left > 0; left--) current = calendar.workdayBefore(current);
  return current;
}

export function frameOf(context: TimesContext): Frame {
  const { sentAt, timezone } = context;
  const today = dayAt(sentAt, timezone);
  return { ...context, today, year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)), minute: minutesOfDay(sentAt, timezone) };
}
