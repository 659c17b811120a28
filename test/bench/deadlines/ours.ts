/** The engine of this project, as every command runs it: normal text, then times. */
import type { TimesReading } from '../../../src/model/deadline.ts';
import { chineseCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { readTimes } from '../../../src/reading/deadline/index.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';
import { type Found, TIMEZONE, unique } from './found.ts';

const calendar = chineseCalendar();
const workday = { start: 510, end: 1050 };

export function readOurs(text: string, sentAt: number): TimesReading {
  return readTimes(normalise(text), { sentAt, timezone: TIMEZONE, workday, calendar });
}

/** Clocks of 下班前 and the like follow from the roster, so that they are none here. */
export function oursDeadlines(text: string, sentAt: number): readonly Found[] {
  return unique(readOurs(text, sentAt).deadlines.map(({ day, at, basis }) => ({ day, at: basis === 'said' ? at : null })));
}
