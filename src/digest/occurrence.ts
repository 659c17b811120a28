/** The deadline of a recurring directive that counts at an instant. */
import type { Deadline, Recurrence } from '../model/deadline.ts';
import { addDays, DAY, type Day, dayNumber, type Instant, weekday } from '../model/instant.ts';

/** The first occurrence after `at`, or null once the recurrence has ended; a single deadline is itself. */
export function occurrenceAfter(
  deadline: Deadline | null,
  at: Instant,
  isWorkday: (day: Day) => boolean = (day) => weekday(day) <= 5,
): Deadline | null {
  if (deadline === null || deadline.recurrence === null || deadline.at > at) return deadline;
  let day = deadline.day;
  let current = deadline.at;
  for (let tries = 0; tries < 1000 && current <= at; tries++) {
    const next = nextDay(day, deadline.recurrence, isWorkday);
    current += (dayNumber(next) - dayNumber(day)) * DAY;
    day = next;
  }
  if (deadline.until !== null && day > deadline.until) return null;
  return { ...deadline, at: current, day };
}

function nextDay(day: Day, recurrence: Recurrence, isWorkday: (day: Day) => boolean): Day {
  switch (recurrence) {
    case 'daily':
      return addDays(day, 1);
    case 'workday': {
      let next = addDays(day, 1);
      for (let tries = 0; tries < 30 && !isWorkday(next); tries++) next = addDays(next, 1);
      return next;
    }
    case 'weekly':
      return addDays(day, 7);
    case 'monthly':
      return addMonths(day, 1);
    case 'quarterly':
      return addMonths(day, 3);
    case 'yearly':
      return addMonths(day, 12);
  }
}

/** The same day of a later month; the month's last day where it has no such day. */
function addMonths(day: Day, months: number): Day {
  const month = Number(day.slice(5, 7)) - 1 + months;
  const year = Number(day.slice(0, 4)) + Math.floor(month / 12);
  const wanted = Number(day.slice(8, 10));
  const last = new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month % 12, Math.min(wanted, last))).toISOString().slice(0, 10);
}
