/** The digests of those whose hour has come, into the store together with the texts that carry them. */
import { layoutDigest, plainBlocks } from '../digest/render/index.ts';
import type { Digest } from '../model/digest.ts';
import { type Instant, MINUTE } from '../model/instant.ts';
import type { Organisation, Person } from '../model/organisation.ts';
import type { Outgoing } from '../model/outgoing.ts';
import type { LiveStore } from '../ports/live-store.ts';
import { composeDue, type DueDigest } from './close-due.ts';
import type { SettlerSettings } from './settle.ts';

export interface SendDigestsSettings extends Omit<SettlerSettings, 'entries'> {
  readonly store: LiveStore;
  readonly now: Instant;
  /** Digests go out within so many minutes. */
  readonly spreadMinutes: number;
  readonly notCovered: (person: Person) => readonly string[];
  /** Whether anything reaches a person at all; who is not reached has the digest in the store alone. */
  readonly isReachable: (person: Person) => boolean;
}

/** What is later than this was not on time: it says so, and carries the moment at which it was made. */
const LATE = 15 * MINUTE;

/** Answers with how many were new. */
export async function sendDigests(due: readonly DueDigest[], settings: SendDigestsSettings): Promise<number> {
  const { store, org, now } = settings;
  const people = new Map(due.map(({ person }) => [person.id, person]));
  let made = 0;
  for (const one of await composeDue(store, settings, due, settings.notCovered)) {
    const digest = now - one.sentAt > LATE ? { ...one, sentAt: now } : one;
    const person = people.get(digest.cadre);
    if (person === undefined) continue;
    const isNew = settings.isReachable(person)
      ? await store.putDigestToSend(digest, digestText(digest, person, settings))
      : await store.putDigest(digest);
    if (isNew) made++;
  }
  return made;

  function digestText(digest: Digest, person: Person, { spreadMinutes }: SendDigestsSettings): Outgoing {
    return {
      key: `digest ${digest.date} ${person.id}`,
      kind: 'digest',
      person: person.id,
      to: null,
      blocks: plainBlocks(layoutDigest(digest, { org, person })),
      createdAt: now,
      notBefore: digest.window.to + Math.floor(spreadOf(person, org) * spreadMinutes * MINUTE),
      digest: { person: person.id, date: digest.date },
    };
  }
}

/** 0 to 1, by the person's place in the roster: the same every day, and evenly spread. */
function spreadOf(person: Person, { people }: Organisation): number {
  const place = people.findIndex(({ id }) => id === person.id);
  return people.length < 2 ? 0 : Math.max(0, place) / people.length;
}
