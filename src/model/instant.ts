/** Points in time and calendar days. An instant is epoch milliseconds; a day is an ISO date of the organisation's time zone. */

export type Instant = number;
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const FIRST_SENT: Instant = Date.UTC(2000, 0, 1);
const LAST_SENT: Instant = Date.UTC(2100, 0, 1) - 1;

/** Whether a message of a chat can be of this time: what lies outside comes of a clock that was wrong, of another unit, or of a slip. */
export function canBeSentAt(at: Instant): boolean {
  return at >= FIRST_SENT && at <= LAST_SENT;
}

/** Days since 1970-01-01; plain arithmetic on the Gregorian calendar, since deadlines count days by the thousand. */
export function dayNumber(day: Day): number {
  const month = digits(day, 5, 7);
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(day, 8, 10) - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

export function dayOf(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

/** Monday = 1 … Sunday = 7. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

/** Offset of a zone from UTC at an instant, in milliseconds. China has had one zone without summer time since 1991. */
export function zoneOffset(timezone: string, at: Instant): number {
  if (timezone === 'Asia/Shanghai' && at > 694_224_000_000) return 8 * HOUR;
  let format = zoneFormats.get(timezone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset', year: 'numeric' });
    zoneFormats.set(timezone, format);
  }
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d)/u.exec(name)?.groups;
  if (match === undefined) return 0;
  const size = Number(match['hours']) * HOUR + Number(match['minutes']) * MINUTE;
  return match['sign'] === '-' ? -size : size;
}

/** The instant of a wall-clock time; `minutes` after midnight may exceed a day (24:00 is the next day's start). */
export function instantAt(day: Day, minutes: number, timezone: string): Instant {
  const guess = dayNumber(day) * DAY + minutes * MINUTE;
  return guess - zoneOffset(timezone, guess - zoneOffset(timezone, guess));
}

export function dayAt(at: Instant, timezone: string): Day {
  return dayOf(Math.floor((at + zoneOffset(timezone, at)) / DAY));
}

/** Minutes after midnight on the wall clock of the zone. */
export function minutesOfDay(at: Instant, timezone: string): number {
  const local = at + zoneOffset(timezone, at);
  return Math.floor((((local % DAY) + DAY) % DAY) / MINUTE);
}

/** ISO 8601 with the zone's offset, to the second: `2026-11-17T17:30:00+08:00`. */
export function isoAt(at: Instant, timezone: string): string {
  const offset = zoneOffset(timezone, at);
  const sign = offset < 0 ? '-' : '+';
  const size = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${new Date(at + offset).toISOString().slice(0, 19)}${sign}${two(Math.floor(size / HOUR))}:${two(Math.floor((size % HOUR) / MINUTE))}`;
}

/** `08:30` → 510; anything else is null. `24:00` is allowed. */
export function parseClock(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/u.exec(text);
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 24 * 60 ? minutes : null;
}

/** `09:05`; 1440 is `24:00`: what `parseClock` reads. */
export function clockWords(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Whether `YYYY-MM-DD` names a day that exists. */
export function isDay(day: string): boolean {
  const date = new Date(dayNumber(day) * DAY);
  return /^\d{4}-\d{2}-\d{2}$/u.test(day) && date.getUTCDate() === +day.slice(8) && date.getUTCMonth() + 1 === +day.slice(5, 7);
}

const ISO_INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/u;

/** An ISO 8601 instant with an offset (`Z` or `+08:00`); anything else is null: no offset, a day that doesn't exist, a year before 1970. */
export function parseInstant(text: string): Instant | null {
  const match = ISO_INSTANT.exec(text);
  if (match === null) return null;
  const [, day = '', hour, minute, second = '0', fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] = match;
  const clock = [Number(hour), Number(minute), Number(second), Number(offsetHours), Number(offsetMinutes)] as const;
  if (!isDay(day) || clock[0] > 23 || clock[1] > 59 || clock[2] > 59 || clock[3] > 14 || clock[4] > 59) return null;
  const local = dayNumber(day) * DAY + clock[0] * HOUR + clock[1] * MINUTE + clock[2] * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  const offset = (clock[3] * HOUR + clock[4] * MINUTE) * (sign === '-' ? -1 : 1);
  const at = local - offset;
  return at >= 0 ? at : null;
}
