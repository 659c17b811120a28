/**
 * Microsoft's Recognizers-Text, Chinese date and time. It gives several values for what is open (last year's and this year's date,
 * morning and afternoon); the first that isn't before the sending is taken. What it leaves unresolved (每天17点) is resolved from
 * its own notation, to the first occurrence.
 */
import { Culture, DateTimeOptions, recognizeDateTime } from '@microsoft/recognizers-text-suite';
import { addDays, dayAt, instantAt, minutesOfDay, weekday } from '../../../src/model/instant.ts';
import { type Mention, TIMEZONE } from './found.ts';

type Result = ReturnType<typeof recognizeDateTime>[number];
type Value = Readonly<Record<string, string | undefined>>;
type Time = Pick<Mention, 'day' | 'hasDay' | 'clock' | 'isLength'>;

/** The library alone, as it is timed. */
export function parseRecognizers(text: string, sentAt: number): readonly Result[] {
  return recognizeDateTime(text, Culture.Chinese, DateTimeOptions.None, new Date(sentAt));
}

export function recognizersMentions(text: string, sentAt: number): readonly Mention[] {
  return parseRecognizers(text, sentAt).flatMap((result) => {
    const values: readonly Value[] = result.resolution?.['values'] ?? [];
    const times = values.flatMap((value) => timeOf(value, sentAt) ?? []);
    const time = times.find((one) => isAhead(one, sentAt)) ?? times.at(-1);
    return time === undefined ? [] : [{ start: result.start, end: result.end + 1, ...time }];
  });
}

function isAhead({ day, clock }: Time, sentAt: number): boolean {
  return instantAt(day, clock ?? 1440, TIMEZONE) >= sentAt;
}

function timeOf(value: Value, sentAt: number): Time | null {
  const { type, timex = '' } = value;
  if (type === 'duration') return lengthOf(Number(value['value']), timex, sentAt);
  if (type === 'set') return firstOf(timex, sentAt);
  const said = value['end'] ?? value['value'] ?? value['start'] ?? '';
  const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d)?\s?(?:(\d\d):(\d\d):\d\d)?$/u.exec(said) ?? [];
  const clock = timex.endsWith('T24:00') ? 1440 : hour === undefined ? null : Number(hour) * 60 + Number(minute);
  if (clock !== null && clock > 1440) return null;
  if (day !== undefined) return { day: isOpenEnd(value) ? addDays(day, -1) : day, hasDay: true, clock };
  return clock === null ? null : { ...nextClock(clock, sentAt), hasDay: false };
}

/** A week or month ends, in its notation, with the first day after it; a range from day to day with its last. */
function isOpenEnd({ timex = '', type, Mod: mod }: Value): boolean {
  return type === 'daterange' && mod === undefined && !timex.startsWith('(');
}

function nextClock(clock: number, sentAt: number): { readonly day: string; readonly clock: number } {
  const today = dayAt(sentAt, TIMEZONE);
  return { day: instantAt(today, clock, TIMEZONE) >= sentAt ? today : addDays(today, 1), clock };
}

function lengthOf(seconds: number, timex: string, sentAt: number): Time | null {
  if (!Number.isFinite(seconds)) return null;
  const end = sentAt + seconds * 1000;
  const clock = timex.startsWith('PT') ? minutesOfDay(end, TIMEZONE) : null;
  return { day: dayAt(end, TIMEZONE), hasDay: true, clock, isLength: true };
}

function firstOf(timex: string, sentAt: number): Time | null {
  const {
    weekday: name,
    date,
    hour,
    minute,
  } = /(?:WXX-(?<weekday>\d)|XX-(?<date>\d\d))?(?:T(?<hour>\d\d)(?::(?<minute>\d\d))?)?$/u.exec(timex)?.groups ?? {};
  const clock = hour === undefined ? null : Number(hour) * 60 + Number(minute ?? 0);
  if (name === undefined && date === undefined && clock === null && timex !== 'P1D') return null;
  const fits = (day: string): boolean =>
    (name === undefined || weekday(day) === Number(name)) &&
    (date === undefined || day.slice(8) === date) &&
    instantAt(day, clock ?? 1440, TIMEZONE) >= sentAt;
  const today = dayAt(sentAt, TIMEZONE);
  const day = Array.from({ length: 63 }, (_, count) => addDays(today, count)).find(fits);
  return day === undefined ? null : { day, hasDay: true, clock };
}
