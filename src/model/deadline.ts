/** Times as read from a text: deadlines, and every other time with its role. */
import { DAY, type Day, type Instant } from './instant.ts';
import type { Span } from './span.ts';

export type Precision = 'minute' | 'hour' | 'half_day' | 'day' | 'week' | 'month';
/** `said`: the text names a clock time or a duration in hours or minutes; `assumed`: it follows from the working day or the end of the day. */
export type Basis = 'said' | 'assumed';
export type Anchor = 'end_of_work' | 'start_of_work' | 'noon';
export type Recurrence = 'daily' | 'workday' | 'weekly' | 'monthly' | 'quarterly' | 'yearly';
export type Urgency = 'immediate' | 'soon' | 'none';
export type TimeRole = 'event' | 'past' | 'period' | 'document' | 'old' | 'other';

/** A point in time with how exactly it was said. */
export interface TimeValue {
  /** The last instant that still meets it; the end of day D is D+1T00:00. */
  readonly at: Instant;
  /** The day that a person would name (24:00 of day D: D). */
  readonly day: Day;
  readonly precision: Precision;
  readonly basis: Basis;
  readonly anchor: Anchor | null;
}

export interface Deadline extends TimeValue {
  readonly phrase: string;
  readonly span: Span;
  readonly recurrence: Recurrence | null;
  /** Last day of a recurrence, if said. */
  readonly until: Day | null;
  /** False where the calendar of that year isn't published yet, or the phrase was mended: shown as assumed. */
  readonly certain: boolean;
  /** Ids of the recognisers, composers and role rules that led here, in order. */
  readonly steps: readonly string[];
}

export interface OtherTime {
  readonly phrase: string;
  readonly span: Span;
  readonly role: TimeRole;
  /** The instant it names, where there is one: an event's start, a superseded deadline. */
  readonly value: TimeValue | null;
  readonly steps: readonly string[];
}

export interface TimesReading {
  readonly deadlines: readonly Deadline[];
  readonly otherTimes: readonly OtherTime[];
  readonly urgency: Urgency;
}

const NAMES_DAY = /[今明后昨前当][天日晚早晨]|[周星礼月日号]|\d[-./]\d/u;

/** "周五下午两点" and "明晚8点" name a day, "下午两点" none. */
export function namesDay(phrase: string): boolean {
  return NAMES_DAY.test(phrase);
}

/** The instant of a deadline as changes of it are kept. */
export function isoOf(deadline: Deadline | null): string | null {
  return deadline === null ? null : new Date(deadline.at).toISOString();
}

/** The same hour of another day. */
export function onDay(deadline: Deadline, day: Day): Deadline {
  return { ...deadline, day, at: deadline.at + daysBetween(deadline.day, day) * DAY };
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}
