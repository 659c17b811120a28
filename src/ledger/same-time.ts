/** How the times of two asks compare. */
import type { Deadline } from '../model/deadline.ts';
import { DAY, MINUTE } from '../model/instant.ts';

/** Who gathers something for somebody else wants it so long before. */
const GATHERED_BEFORE = 4 * DAY;

/** The same clock time, said by both; the same instant or day where one was assumed; the same day at other times; another day; only one has any. */
export function compareDeadlines(a: Deadline | null, b: Deadline | null): 'clock' | 'same' | 'day' | 'other' | 'one' | 'none' {
  if (a === null && b === null) return 'none';
  if (a === null || b === null) return 'one';
  const said = a.basis === 'said' && b.basis === 'said';
  if (comeTogether(a, b) || fallTogether(a, b)) return said ? 'clock' : 'same';
  if (a.day !== b.day) return 'other';
  return said ? 'day' : 'same';
}

/** As who gathers something for somebody else wants it. */
export function isShortlyBefore(ours: Deadline | null, theirs: Deadline | null): boolean {
  return ours !== null && theirs !== null && ours.at < theirs.at && theirs.at - ours.at <= GATHERED_BEFORE;
}

/** What recurs is due at the same hour on another day too, when it is told again. */
function comeTogether(a: Deadline, b: Deadline): boolean {
  return a.recurrence !== null && a.recurrence === b.recurrence && Math.abs(a.at - b.at) % DAY < MINUTE;
}

/** Both say a time, and not the same. */
export function differ(a: Deadline | null, b: Deadline | null): boolean {
  return a !== null && b !== null && !fallTogether(a, b);
}

/** The same instant to the minute. */
export function fallTogether(a: Deadline | null, b: Deadline | null): boolean {
  return a !== null && b !== null && Math.abs(a.at - b.at) < MINUTE;
}
