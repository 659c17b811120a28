/** One digest out of the store: the one that was sent, or what would be sent, knowing only what was there at its hour. */

import { digestDay, digestDays, digestInstant, nextDigestAfter } from '../digest/schedule.ts';
import { toldSince } from '../digest/select.ts';
import { LedgerState } from '../ledger/state.ts';
import type { Digest } from '../model/digest.ts';
import { addDays, DAY, type Day, type Instant } from '../model/instant.ts';
import { groupKey, type Message, messageKey } from '../model/message.ts';
import { EVERYTHING, type Group, type Organisation, type Person } from '../model/organisation.ts';
import type { Verdict } from '../model/reading.ts';
import { byDirective } from '../policy/refine/overlay.ts';
import type { Store } from '../ports/store.ts';
import { type ClosingWindow, closingWindow, composeDigest } from './close-day.ts';
import { refinementNote } from './refinement-note.ts';
import { rewind } from './rewind.ts';
import type { SettlerSettings } from './settle.ts';
import { silentGroups } from './silent-groups.ts';
import { TURN_LENGTH } from './turns.ts';

/** Longer than the ledger remembers a directive that nothing is heard of. */
export const REFINED_FOR = 90 * DAY;
/** Of calls told in a digest. */
const LONGEST_WINDOW = 8 * DAY;

export async function makeDigest(store: Store, settings: Omit<SettlerSettings, 'entries'>, reader: Person, date: Day): Promise<Digest> {
  const { org } = settings;
  const sent = await store.digestOf(reader.id, date);
  if (sent !== null) return sent;
  const notCovered = await silentGroups(store, groupsOf(org, reader));
  const [digest] = await makeDigests(store, settings, [{ person: reader, at: digestInstant(org, reader, date) }], () => notCovered);
  if (digest === undefined) throw new Error('one reader, no digest');
  return digest;
}

export interface DueReader {
  readonly person: Person;
  readonly at: Instant;
}

/**
 * The digests of several readers that are due at the same moment, from one look at the ledger.
 * @param notCovered names of groups of a reader that could not be read
 */
export async function makeDigests(
  store: Store,
  settings: Omit<SettlerSettings, 'entries'>,
  due: readonly DueReader[],
  notCovered: (person: Person) => readonly string[],
): Promise<readonly Digest[]> {
  const { org, calendar } = settings;
  const [first] = due;
  if (first === undefined) return [];
  const to = first.at;
  const isWorkday = (day: Day): boolean => calendar.isWorkday(day);
  const dueDays = digestDays(org, isWorkday);
  const start = ((await store.timeRange())?.first ?? to) - 1000;
  const begins = new Map<Person, Instant>();
  for (const { person } of due) {
    const last = await store.lastDigest(person.id, to - 1);
    begins.set(person, last?.window.to ?? Math.min(to, Math.max(previousDigest(org, person, digestDay(org, person, to), dueDays), start)));
  }
  const { ledger, reread } = await knownAt(store, settings, Math.min(to, ...begins.values()), to);
  const refinements = byDirective((await store.refinements(to - REFINED_FOR)).filter(({ at }) => at <= to));
  const calls = await store.refineCalls(to - LONGEST_WINDOW);
  const windows = new Map<Instant, ClosingWindow>();
  const digests: Digest[] = [];
  for (const [person, from] of begins) {
    let window = windows.get(from);
    if (window === undefined) {
      const messages = (await store.judgedBetween(from, to)).map((one) => ({ ...one, ...reread.get(messageKey(one)) }));
      window = closingWindow(from, to, messages, ledger);
      windows.set(from, window);
    }
    const digest = composeDigest({ org, ledger, due: dueDays, isWorkday, notCovered: notCovered(person), refinements }, person, window);
    const note = refinementNote(calls, digest, refinements, org);
    digests.push(note === null ? digest : { ...digest, refinement: note });
  }
  return digests;
}

interface Known {
  readonly ledger: LedgerState;
  /** Verdicts that were others then. */
  readonly reread: ReadonlyMap<string, Pick<Verdict, 'label' | 'keep'>>;
}

/**
 * What was known at an instant. A turn that went on after it has been read again since; it is read as it then stood.
 * @param from the beginning of the digests' windows
 */
async function knownAt(store: Store, settings: Omit<SettlerSettings, 'entries'>, from: Instant, to: Instant): Promise<Known> {
  if (await isWithinTurn(store, to)) {
    const { settling, from: begin } = await rewind(store, settings, to, undefined, to);
    const messages = await store.messagesBetween(begin, to);
    for (const message of messages) if ((message.heardAt ?? 0) <= to) settling.settle(message);
    settling.catchUp(to);
    const { verdicts } = settling.takeBatch();
    return { ledger: settling.ledger, reread: new Map(verdicts.map(({ label, keep, ...key }) => [messageKey(key), { label, keep }])) };
  }
  const ledger = new LedgerState();
  for (const entry of await store.loadEntries(toldSince(settings.org, from, to)))
    if ((entry.heardAt ?? entry.at) <= to) ledger.append(entry);
  return { ledger, reread: new Map() };
}

/** Did somebody speak in a group just before an instant and just after it? */
async function isWithinTurn(store: Store, at: Instant): Promise<boolean> {
  const voice = (message: Message): string => `${groupKey(message)}\u0000${message.sender.id}`;
  const before = new Set((await store.messagesBetween(at - TURN_LENGTH, at)).map(voice));
  return (await store.messagesBetween(at, at + TURN_LENGTH)).some((message) => before.has(voice(message)));
}

/** The day of the first digest that holds the newest message: what somebody who has just imported wants to see. */
export async function newestDigestDay(
  store: Store,
  { org, calendar }: Pick<SettlerSettings, 'org' | 'calendar'>,
  reader: Person,
): Promise<Day | null> {
  const range = await store.timeRange();
  const due = digestDays(org, (day) => calendar.isWorkday(day));
  return range === null ? null : digestDay(org, reader, nextDigestAfter(org, reader, range.last - 1, due));
}

function previousDigest(org: Organisation, reader: Person, date: Day, due: (day: Day) => boolean): number {
  let day = addDays(date, -1);
  for (let tries = 0; tries < 30 && !due(day); tries++) day = addDays(day, -1);
  return digestInstant(org, reader, day);
}

/** Of somebody who names no person nothing is expected. */
function groupsOf(org: Organisation, reader: Person): readonly Group[] {
  return reader.id === EVERYTHING.id ? [] : org.groups.filter((group) => group.members.includes(reader.id));
}
