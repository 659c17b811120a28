/** When a person's digests are due. */
import { addDays, type Day, dayAt, type Instant, instantAt, weekday } from '../model/instant.ts';
import type { Organisation, Person } from '../model/organisation.ts';

/** Is a digest due on this day at all? */
export type DigestDay = (day: Day) => boolean;

const MIDNIGHT = 24 * 60;

/** Every day; with `workdaysOnly` those that `isWorkday` names (plain weekdays where no calendar is at hand). */
export function digestDays(org: Organisation, isWorkday: DigestDay = (day) => weekday(day) <= 5): DigestDay {
  return org.workdaysOnly ? isWorkday : () => true;
}

/** The person's digest instant on a day. */
export function digestInstant(org: Organisation, person: Pick<Person, 'digestAt'>, day: Day): Instant {
  return instantAt(day, person.digestAt ?? org.digestAt, org.timezone);
}

/** The day of a digest by its instant; 24:00 belongs to the day that it ends. */
export function digestDay(org: Organisation, person: Pick<Person, 'digestAt'>, at: Instant): Day {
  return dayAt((person.digestAt ?? org.digestAt) === MIDNIGHT ? at - 1 : at, org.timezone);
}

/** The first digest strictly after an instant. */
export function nextDigestAfter(org: Organisation, person: Pick<Person, 'digestAt'>, at: Instant, due: DigestDay): Instant {
  let day = dayAt(at, org.timezone);
  for (let tries = 0; tries < 400; tries++, day = addDays(day, 1)) {
    const instant = digestInstant(org, person, day);
    if (instant > at && due(day)) return instant;
  }
  return at + 400 * 86_400_000;
}
