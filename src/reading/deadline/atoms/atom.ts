/** Time atoms: the smallest pieces of a text that say something about time. Offsets are those of the normal text. */

import type { Recurrence } from '../../../model/deadline.ts';
import type { Day } from '../../../model/instant.ts';
import type { FestivalId } from '../calendar/index.ts';
import type { DayPattern } from '../day-pattern.ts';
import type { Frame } from '../frame.ts';

export type Part = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'dusk' | 'night';
export type AnchorName =
  | 'end_of_work'
  | 'start_of_work'
  | 'morning_end'
  | 'afternoon_start'
  | 'breakfast'
  | 'lunch'
  | 'supper'
  | 'school_end'
  | 'dusk'
  | 'daybreak'
  | 'bedtime'
  | 'meal';
export type DurationUnit = 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year';
/** What a duration counts from: the sending, an event told of in the text, the next holiday, or something that the text doesn't place. */
export type Base = 'sent' | 'event' | 'holiday' | 'unplaced';

/** `form` says how the day was said, which decides what may join it. */
export interface DayTime {
  readonly kind: 'day';
  readonly form: 'offset' | 'weekday' | 'date' | 'dayOfMonth' | 'festival' | 'lunar' | 'end' | 'workday';
  readonly pattern: DayPattern;
  /** Said with its year, or by a word that fixes it (明天, 本周五). */
  readonly fixed: boolean;
  /** False: mended, or dependent on a calendar that isn't published. */
  readonly certain: boolean;
  /** The word holds its own 前 (节前, 年前). */
  readonly closed?: true;
  /** 当天, 次日: counted from the day told before it, if there is one. */
  readonly anaphoric?: number;
  /** The nth working day, or such a weekday, of a week or month (0 = the last), so that 每周第一个工作日 finds the next one. */
  readonly workdayOf?: { readonly unit: 'week' | 'month'; readonly nth: number; readonly weekday?: number };
  /** How wide the day was said: 周内 is a week. */
  readonly precision?: 'week' | 'month';
}

export type TimeAtomValue =
  | DayTime
  | { readonly kind: 'part'; readonly part: Part }
  | {
      readonly kind: 'clock';
      readonly hour: number;
      readonly minute: number;
      readonly precise: boolean;
      readonly literal: boolean;
      /** Written as the hours of a timetable are: a small hour may be of the morning. */
      readonly timetable: boolean;
    }
  | { readonly kind: 'anchor'; readonly anchor: AnchorName }
  | {
      readonly kind: 'duration';
      readonly amount: number;
      readonly unit: DurationUnit;
      readonly edge: 'within' | 'after' | 'before';
      readonly base: Base;
      readonly holiday: FestivalId | null;
      readonly certain: boolean;
      /** The event that it counts from, by name. */
      readonly word?: string;
      /** 第七个工作日: of a count that starts on a day, that day is the first. */
      readonly nth?: true;
      /** Said without 内: three days to do it in, or that it took. */
      readonly bare?: true;
    }
  | {
      readonly kind: 'stretch';
      readonly unit: 'week' | 'month' | 'quarter' | 'half' | 'year';
      readonly first: Day;
      readonly last: Day;
      readonly fixed: boolean;
    }
  | { readonly kind: 'repeat'; readonly recurrence: Recurrence; readonly certain: boolean }
  | {
      readonly kind: 'relative';
      readonly minutes: number;
      readonly days: number;
      readonly workdays: number;
      /** The event's name, and whether it is an event's only where it stands beside a time. */
      readonly word?: string;
      readonly onlyNamed?: true;
      /** Its event is the one told just before it, in other words. */
      readonly beside?: true;
      /** 散会前: before its end, whose hour may not be told. */
      readonly atEnd?: true;
    }
  | { readonly kind: 'none' };

export interface Atom {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly time: TimeAtomValue;
}

export interface Recogniser {
  /** `atom/weekday`; `explain` shows it. */
  readonly id: string;
  /** A text with none of these characters holds no match and isn't searched. */
  readonly hint: string;
  /** The same for a second set. */
  readonly also?: string;
  /** The same for what every match holds: looked for first where the pattern costs much. */
  readonly core?: RegExp;
  /** Global; no nested quantifiers. */
  readonly pattern: RegExp;
  /** Null: looks like it, but isn't one. */
  read(groups: Readonly<Record<string, string | undefined>>, frame: Frame, match: RegExpExecArray): TimeAtomValue | null;
}

export function fixedDay(form: DayTime['form'], day: Day): DayTime {
  return { kind: 'day', form, pattern: { every: 'once', day }, fixed: true, certain: true };
}
