/** When a replay closes digests: at each reader's hours, but for a long silence in which no digest would tell anything. */
import { type DigestDay, nextDigestAfter } from '../digest/schedule.ts';
import { standsUntil } from '../digest/select.ts';
import type { LedgerState } from '../ledger/state.ts';
import { DAY, type Instant } from '../model/instant.ts';
import type { Envelope } from '../model/message.ts';
import { type Organisation, type Person, readers } from '../model/organisation.ts';

export interface Closing {
  readonly at: Instant;
  /** In the roster's order. */
  readonly people: readonly Person[];
}

export interface ClosingTimes {
  /** The next closing before an instant, up to which everything is settled; each once. */
  next(limit: Instant): Closing | null;
}

/** Shorter silences are told of day by day: an empty day is said in a line. */
const LONG_SILENCE = 90 * DAY;
/** What recurs is told of so long after the last word: once more what comes each year. */
const RECURS_FOR = 400 * DAY;

/**
 * From the first message to a day after the last one.
 * @param standing until when something that is known now may stand in a digest, if what recurs without end does so until then
 */
export function closingTimes(
  org: Organisation,
  sorted: readonly Pick<Envelope, 'sentAt'>[],
  due: DigestDay,
  standing: (recursUntil: Instant) => Instant,
): ClosingTimes {
  const silences = silencesIn(sorted).values();
  let silence = silences.next().value;
  /** Asked once a silence: nothing changes in it. */
  let toldUntil: Instant | null = null;
  const upcoming = new Map<Person, Instant>();
  let soonest = Number.POSITIVE_INFINITY;
  comeUp(readers(org), (sorted[0]?.sentAt ?? 0) - 1);
  const end = (sorted.at(-1)?.sentAt ?? 0) + DAY;

  function comeUp(people: Iterable<Person>, after: Instant): void {
    for (const person of people) upcoming.set(person, nextDigestAfter(org, person, after, due));
    soonest = Number.POSITIVE_INFINITY;
    for (const at of upcoming.values()) soonest = Math.min(soonest, at);
  }

  /** With one wrong date a chat would otherwise be told of for a century. */
  function isForNothing(at: Instant): boolean {
    for (; silence !== undefined && at >= silence.to; silence = silences.next().value) toldUntil = null;
    if (silence === undefined || at <= silence.from + LONG_SILENCE) return false;
    toldUntil ??= standing(silence.from + RECURS_FOR);
    return at > toldUntil;
  }

  return {
    next(limit) {
      while (soonest < limit && soonest <= end) {
        const at = soonest;
        if (isForNothing(at)) {
          comeUp(upcoming.keys(), (silence?.to ?? end) - 1);
          continue;
        }
        const people = [...upcoming].filter(([, next]) => next === at).map(([person]) => person);
        comeUp(people, at);
        return { at, people };
      }
      return null;
    },
  };
}

interface Silence {
  readonly from: Instant;
  readonly to: Instant;
}

function silencesIn(sorted: readonly Pick<Envelope, 'sentAt'>[]): Silence[] {
  const silences: Silence[] = [];
  for (const [index, { sentAt: from }] of sorted.entries()) {
    const to = sorted[index + 1]?.sentAt ?? from;
    if (to - from > LONG_SILENCE) silences.push({ from, to });
  }
  return silences;
}

/** @param recursUntil instead of for ever */
export function standingUntil({ directives }: LedgerState, org: Organisation, recursUntil: Instant): Instant {
  let latest = Number.NEGATIVE_INFINITY;
  for (const directive of directives.values()) {
    const until = standsUntil(directive, org);
    latest = Math.max(latest, until === Number.POSITIVE_INFINITY ? recursUntil : until);
  }
  return latest;
}
