/** Reads a text as if it had been sent at a wall-clock time in Shanghai, and shows readings in a form that tests can compare. */
import type { Deadline, OtherTime, TimesReading } from '../../../src/model/deadline.ts';
import { isoAt } from '../../../src/model/instant.ts';
import { chineseCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { readTimes, type TimesContext } from '../../../src/reading/deadline/index.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';

export const TIMEZONE = 'Asia/Shanghai';
const calendar = chineseCalendar();

/** 2026-03-04 was a Wednesday. */
export const NOW = '2026-03-04T10:20';

export function contextAt(sentAt: string): TimesContext {
  return { sentAt: Date.parse(`${sentAt}:00+08:00`), timezone: TIMEZONE, workday: { start: 510, end: 1050 }, calendar };
}

export function readingAt(text: string, sentAt: string = NOW): TimesReading {
  return readTimes(normalise(text), contextAt(sentAt));
}

/** `2026-03-06T17:30 day hour end_of_work weekly`, what isn't there left out. */
export function shown(deadline: Deadline): string {
  const at = isoAt(deadline.at, TIMEZONE).slice(0, 16);
  return [at, deadline.precision, deadline.anchor, deadline.recurrence, deadline.until].filter((part) => part !== null).join(' ');
}

export function deadlinesAt(text: string, sentAt: string = NOW): readonly string[] {
  return readingAt(text, sentAt).deadlines.map(shown);
}

/** `周五:event 2026-03-06T15:00`. */
export function othersAt(text: string, sentAt: string = NOW): readonly string[] {
  return readingAt(text, sentAt).otherTimes.map(shownOther);
}

function shownOther({ phrase, role, value }: OtherTime): string {
  return value === null ? `${phrase}:${role}` : `${phrase}:${role} ${isoAt(value.at, TIMEZONE).slice(0, 16)}`;
}
