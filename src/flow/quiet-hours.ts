/** Quiet hours of the organisation: nothing goes out in them but dangers, and what is due before they end. */
import { addDays, dayAt, type Instant, instantAt, minutesOfDay } from '../model/instant.ts';
import type { Organisation } from '../model/organisation.ts';

/** When the quiet hours end in which an instant lies; null where it lies in none. */
export function quietUntil({ quietHours, timezone }: Pick<Organisation, 'quietHours' | 'timezone'>, at: Instant): Instant | null {
  if (quietHours === null) return null;
  const { from, to } = quietHours;
  const minutes = minutesOfDay(at, timezone);
  const isQuiet = from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
  if (!isQuiet) return null;
  const day = dayAt(at, timezone);
  return instantAt(minutes < to ? day : addDays(day, 1), to, timezone);
}
