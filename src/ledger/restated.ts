/**
 * Who has asked for something and asks for it again with another time has moved it, whatever the words: the later word of the same mouth holds.
 * A copy by somebody else is only a copy, and disagrees. Pure.
 */
import type { Deadline } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { type Instant, MINUTE } from '../model/instant.ts';
import { type Ask, isTask, type TurnReading } from '../model/reading.ts';
import type { Entry } from './entry.ts';

/** Within it somebody is still saying the same thing. */
const STILL_SPEAKING = 10 * MINUTE;

/** What it is moved to; null where it is no such move. What is due, or comes again anyway, isn't moved but asked anew. */
export function restatedDeadline(known: Directive, { sender }: TurnReading, ask: Ask, at: Instant): Deadline | null {
  const [was, now] = [known.deadline, ask.deadline];
  if (known.status !== 'open' || was === null || now === null || !isTask(known.kind) || !isTask(ask.kind) || ask.apart) return null;
  if (was.recurrence !== null || now.recurrence !== null || was.at <= at || now.at <= at || at - known.openedAt < STILL_SPEAKING)
    return null;
  return isOwnWord(known, sender) && differ(was, now) ? now : null;
}

export function isOwnWord({ issuer, voices }: Directive, sender: TurnReading['sender']): boolean {
  return issuer.id === sender.id || (sender.person !== null && voices.includes(sender.person));
}

/** Another day, or another clock said on the same one. */
function differ(was: Deadline, now: Deadline): boolean {
  return was.day !== now.day || (now.basis === 'said' && Math.abs(was.at - now.at) >= MINUTE);
}

/** The time that it had before its last move: "还是按原来的" brings that back. Null where it was never moved. */
export function earlierDeadline(entries: readonly Entry[], now: Deadline | null): Deadline | null {
  const times = entries
    .toSorted((a, b) => a.at - b.at)
    .flatMap((entry) => (entry.kind === 'opened' ? entry.ask.deadline : entry.kind === 'changed' ? entry.deadline : null) ?? []);
  return times.findLast((time) => time.at !== now?.at) ?? null;
}
