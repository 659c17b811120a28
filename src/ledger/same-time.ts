/** How the times of two asks compare. */
import type { Deadline } from '../model/deadline.ts';
import { DAY, HOUR, MINUTE } from '../model/instant.ts';

/** Who gathers something for somebody else wants it so long before. */
const GATHERED_BEFORE = 4 * DAY;
/** So far one may say the end of the working day otherwise. */
const ABOUT = 3 * HOUR;

/**
 * How the time of an ask compares with that of a known directive: the same clock time, said by both; the same instant or day where one was
 * assumed; the same day at other times; another day; only one has any.
 */
export function compareDeadlines(a: Deadline | null, b: Deadline | null): 'clock' | 'same' | 'day' | 'other' | 'one' | 'none' {
  if (a === null && b === null) return 'none';
  if (a === null || b === null) return 'one';
  const said = a.basis === 'said' && b.basis === 'said';
  const falls = comeTogether(a, b) || fallTogether(a, b);
  // What comes again from now on falls by chance on the hour of what is due once; that it comes again needn't be said each time.
  if (falls && a.recurrence !== null && b.recurrence === null) return 'one';
  if (falls) return said ? 'clock' : 'same';
  if (a.day !== b.day) return 'other';
  // "今天下班前" is not the half past four of each day.
  if ((a.recurrence === null) !== (b.recurrence === null)) return 'day';
  return said || (namesHour(a) && namesHour(b) && Math.abs(a.at - b.at) > ABOUT) ? 'day' : 'same';
}

/** "中午前" names an hour as well as "晚8点" does, "今天" none. */
function namesHour({ basis, anchor }: Deadline): boolean {
  return basis === 'said' || anchor !== null;
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
