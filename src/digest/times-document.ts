/** A reading of times as the open format writes it. */
import type { Deadline, OtherTime, TimesReading } from '../model/deadline.ts';
import { isoAt } from '../model/instant.ts';

export function timesDocument({ deadlines, otherTimes, urgency }: TimesReading, timezone: string): object {
  return { deadlines: deadlines.map((time) => deadlineDocument(time, timezone)), otherTimes: otherTimes.map(otherDocument), urgency };
}

function deadlineDocument({ at, day, precision, basis, anchor, phrase, span, recurrence, until }: Deadline, timezone: string): object {
  return { at: isoAt(at, timezone), day, precision, basis, anchor, phrase, span, recurrence, until };
}

function otherDocument({ phrase, span, role }: OtherTime): object {
  return { phrase, span, role };
}
