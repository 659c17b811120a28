/**
 * Closing what is due: every reader whose hour has come and who has no digest of that day yet gets one, whenever that is noticed: on
 * time, after a sleep, after a restart, after the clock has jumped. What decides is the store, never the tick.
 */
import { digestDay, digestDays, digestInstant } from '../digest/schedule.ts';
import type { Digest } from '../model/digest.ts';
import { addDays, type Day, dayAt, type Instant } from '../model/instant.ts';
import { type Organisation, type Person, readers } from '../model/organisation.ts';
import type { LiveStore } from '../ports/live-store.ts';
import { makeDigests } from './make-digest.ts';
import type { SettlerSettings } from './settle.ts';

export interface DueDigest {
  readonly person: Person;
  readonly day: Day;
  readonly at: Instant;
}

/** So many days back a digest is still made up for; what is older would tell nobody anything. */
const LOOK_BACK_DAYS = 7;

export interface DueFinder {
  /** Readers whose newest due digest isn't in the store. Days that went by altogether are part of its window: one late digest, not several. */
  due(org: Organisation, now: Instant): Promise<readonly DueDigest[]>;
}

/** @param since the service's first start: nobody is owed a digest of a time before it */
export function dueFinder(store: Pick<LiveStore, 'digestOf' | 'lastDigest'>, isWorkday: (day: Day) => boolean, since: Instant): DueFinder {
  /** Person → the newest day known to be in the store, so that a tick of thousands of readers asks for none of them twice. */
  const made = new Map<string, Day>();

  /** A later digest has told of that time: the clock was set back. */
  async function isCovered(person: Person, at: Instant): Promise<boolean> {
    const last = await store.lastDigest(person.id, Number.MAX_SAFE_INTEGER);
    return last !== null && last.window.from < at && last.window.to > at;
  }

  return {
    async due(org, now) {
      const isDue = digestDays(org, isWorkday);
      const found: DueDigest[] = [];
      for (const person of readers(org)) {
        const at = lastDueInstant(org, person, now, isDue);
        if (at === null || at < since) continue;
        const day = digestDay(org, person, at);
        if (made.get(person.id) === day) continue;
        if ((await store.digestOf(person.id, day)) !== null || (await isCovered(person, at))) made.set(person.id, day);
        else found.push({ person, day, at });
      }
      return found;
    },
  };
}

function lastDueInstant(org: Organisation, person: Person, now: Instant, due: (day: Day) => boolean): Instant | null {
  const today = dayAt(now, org.timezone);
  for (let back = 0; back <= LOOK_BACK_DAYS; back++) {
    const day = addDays(today, -back);
    const at = digestInstant(org, person, day);
    if (at <= now && due(day)) return at;
  }
  return null;
}

/** The digests of those who are due, made together where they are due at the same moment. */
export async function composeDue(
  store: LiveStore,
  settings: Omit<SettlerSettings, 'entries'>,
  due: readonly DueDigest[],
  notCovered: (person: Person) => readonly string[],
): Promise<readonly Digest[]> {
  const byInstant = Map.groupBy(due, ({ at }) => at);
  const made: Digest[] = [];
  for (const list of byInstant.values()) made.push(...(await makeDigests(store, settings, list, notCovered)));
  return made;
}
