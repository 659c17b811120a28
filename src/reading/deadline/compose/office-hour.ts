/** "明天赶集人多,你们9点前要把摊支起来": an hour of an office that is gone today is of the day that was told before it. */
import { addDays, instantAt } from '../../../model/instant.ts';
import type { Frame } from '../frame.ts';
import { dayOfPhrase } from './day.ts';
import type { Phrase } from './phrase.ts';
import { onDay } from './resolve.ts';

/** @param before the only day that its sentence tells before the hour */
export function isOfficeHourOf(before: Phrase, phrase: Phrase, frame: Frame): boolean {
  return phrase.edge === 'before' && isOfficeHour(phrase) && isTakenForEvening(phrase, frame) && isTomorrow(before, frame);
}

/** Of the morning, where no part of the day is named. */
function isOfficeHour({ slots: { clock, part } }: Phrase): boolean {
  return clock !== null && part === null && clock.hour >= 7 && clock.hour <= 11;
}

/** Told while an office is open: who says it at night may mean tonight. */
function isTomorrow(before: Phrase, frame: Frame): boolean {
  if (before.edge !== null || frame.sentAt > instantAt(frame.today, EVENING, frame.timezone)) return false;
  return dayOfPhrase(before, frame, 'ahead')?.day === addDays(frame.today, 1);
}

/** In minutes of the day. */
const EVENING = 18 * 60;

/** As it stands in no part of the day and is gone this morning. */
function isTakenForEvening(phrase: Phrase, frame: Frame): boolean {
  return onDay(phrase, frame.today, frame).steps.includes('clock/nearest-ahead');
}
