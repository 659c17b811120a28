/**
 * What a change leaves unsaid stays as it was: "明天的会推到四点半" keeps the day, "培训改下周二" the hour, and a mere day that it was due on
 * anyway moves nothing. Pure.
 */
import type { Deadline } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { addDays, DAY, HOUR, type Instant } from '../model/instant.ts';

const NAMES_DAY = /[今明后昨前当][天日晚早晨]|[周星礼月日号]|\d[-./]\d/u;

/** The deadline that the directive then has; null where nothing is moved. */
export function movedSlot({ kind, deadline: was }: Directive, now: Deadline, at: Instant): Deadline | null {
  if (was === null || was.recurrence !== null || now.recurrence !== null) return now;
  const isClock = now.basis === 'said';
  if (!isClock && now.anchor === null && now.day === was.day) return null;
  if (isHalfOf(now, was)) return null;
  if (kind !== 'meeting') return now;
  if (isClock && !NAMES_DAY.test(now.phrase) && was.at > at && was.day > now.day) return onDay(now, was.day);
  return !isClock && now.anchor === null && now.precision === 'day' && was.basis === 'said'
    ? { ...onDay(was, now.day), phrase: now.phrase }
    : now;
}

/** "会改后晌了" where it stands at half past four: the half of the day that holds its hour. */
function isHalfOf(now: Deadline, was: Deadline): boolean {
  const half = now.anchor === 'noon' ? MORNING : AFTERNOON;
  return now.precision === 'half_day' && was.basis === 'said' && was.day === now.day && was.at <= now.at && now.at - was.at <= half;
}

const MORNING = 6 * HOUR;
/** Up to the end of work, without what is noon. */
const AFTERNOON = 5 * HOUR;

/** "往后推一周", "提前半小时": counted from the time that it has. Days keep the hour. */
export function shiftedBy(was: Deadline | null, shift: number, at: Instant): Deadline | null {
  if (was === null || was.recurrence !== null || was.at + shift <= at) return null;
  const days = Math.trunc(shift / DAY);
  return days === 0 ? { ...was, at: was.at + shift } : onDay(was, addDays(was.day, days));
}

/** A reminder by who asks that names an earlier limit than the known one has moved it. */
export function pressedTo({ status, deadline: was }: Directive, now: Deadline | null, at: Instant): Deadline | null {
  if (status !== 'open' || was === null || now === null || was.recurrence !== null || now.recurrence !== null) return null;
  return now.certain && now.at > at && now.day < was.day ? now : null;
}

/** Who asks names another time than the one that is still to come, and nobody owes anything yet: then that is the time, whatever the words. */
export function saidAnew({ status, deadline: was }: Directive, now: Deadline | null, at: Instant): Deadline | null {
  if (status !== 'open' || was === null || now === null || was.recurrence !== null || now.recurrence !== null) return null;
  if (was.at <= at || now.at <= at || !now.certain) return null;
  return now.day !== was.day || (now.basis === 'said' && was.at !== now.at) ? now : null;
}

function onDay(deadline: Deadline, day: string): Deadline {
  return { ...deadline, day, at: deadline.at + daysBetween(deadline.day, day) * DAY };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}
