/** The deadline of a recurring directive that counts at an instant. */
import type { Deadline, Recurrence } from '../model/deadline.ts';
import { addDays, DAY, type Day, dayNumber, type Instant, weekday } from '../model/instant.ts';

export type IsWorkday = (day: Day) => boolean;

const MOST = 1000;

/** The first occurrence after `at`, or null once the recurrence has ended; a single deadline is itself. */
export function occurrenceAfter(
  deadline: Deadline | null,
  at: Instant,
  isWorkday: IsWorkday = (day) => weekday(day) <= 5,
): Deadline | null {
  if (deadline === null || deadline.recurrence === null || deadline.at > at) return deadline;
  const first = dayNumber(deadline.day);
  let day = deadline.day;
  let current = deadline.at;
  for (let count = 1; count <= MOST && current <= at; count++) {
    day = deadline.recurrence === 'workday' ? nextWorkday(day, isWorkday) : occurrence(deadline, deadline.recurrence, count, isWorkday);
    current = deadline.at + (dayNumber(day) - first) * DAY;
  }
  if (deadline.until !== null && day > deadline.until) return null;
  return { ...deadline, at: current, day };
}

function nextWorkday(day: Day, isWorkday: IsWorkday): Day {
  let next = addDays(day, 1);
  for (let tries = 0; tries < 30 && !isWorkday(next); tries++) next = addDays(next, 1);
  return next;
}

/** Counted from the first one: the 31st stays the 31st after a month that has none. */
function occurrence(deadline: Deadline, recurrence: Exclude<Recurrence, 'workday'>, count: number, isWorkday: IsWorkday): Day {
  switch (recurrence) {
    case 'daily':
      return addDays(deadline.day, count);
    case 'weekly':
      return addDays(deadline.day, 7 * count);
    case 'monthly':
      return dayOfMonth(deadline, count, isWorkday);
    case 'quarterly':
      return dayOfMonth(deadline, 3 * count, isWorkday);
    case 'yearly':
      return dayOfMonth(deadline, 12 * count, isWorkday);
  }
}

const LAST_DAY = /[底末终]|最后一[天日]/u;
const LAST_WORKDAY = /最后一个?工作日/u;

/** The same day of a later month; the month's last day where it has no such day, and where the end of the month is meant. */
function dayOfMonth({ day, phrase }: Deadline, months: number, isWorkday: IsWorkday): Day {
  const month = Number(day.slice(5, 7)) - 1 + months;
  const year = Number(day.slice(0, 4)) + Math.floor(month / 12);
  const last = new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate();
  const wanted = LAST_DAY.test(phrase) || LAST_WORKDAY.test(phrase) ? last : Math.min(Number(day.slice(8, 10)), last);
  let found = new Date(Date.UTC(year, month % 12, wanted)).toISOString().slice(0, 10);
  for (let tries = 0; LAST_WORKDAY.test(phrase) && tries < 30 && !isWorkday(found); tries++) found = addDays(found, -1);
  return found;
}
