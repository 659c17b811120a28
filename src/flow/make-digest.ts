/** One digest out of the store: the one that was sent, or what would be sent, knowing only what was there at its hour. */
import { digestDays, digestInstant, nextDigestAfter } from '../digest/schedule.ts';
import { LedgerState } from '../ledger/state.ts';
import type { Digest } from '../model/digest.ts';
import { addDays, type Day, dayAt } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import { EVERYTHING, type Organisation, type Person } from '../model/organisation.ts';
import type { Store } from '../ports/store.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import { closingWindow, composeDigest } from './close-day.ts';

export async function makeDigest(store: Store, org: Organisation, calendar: WorkCalendar, reader: Person, date: Day): Promise<Digest> {
  const sent = await store.digestOf(reader.id, date);
  if (sent !== null) return sent;
  const due = digestDays(org, (day) => calendar.isWorkday(day));
  const to = digestInstant(org, reader, date);
  const range = await store.timeRange();
  const last = await store.lastDigest(reader.id, to - 1);
  const from = last?.window.to ?? Math.max(previousDigest(org, reader, date, due), (range?.first ?? to) - 1000);
  const ledger = new LedgerState();
  for (const entry of await store.loadEntries()) if (entry.at <= to) ledger.append(entry);
  const window = closingWindow(from, to, await store.judgedBetween(from, to), ledger);
  const notCovered = await silentGroups(store, org, reader);
  return composeDigest({ org, ledger, due, notCovered }, reader, window);
}

/** The day of the first digest that holds the newest message: what somebody who has just imported wants to see. */
export async function newestDigestDay(store: Store, org: Organisation, reader: Person): Promise<Day | null> {
  const range = await store.timeRange();
  return range === null ? null : dayAt(nextDigestAfter(org, reader, range.last - 1, () => true), org.timezone);
}

function previousDigest(org: Organisation, reader: Person, date: Day, due: (day: Day) => boolean): number {
  let day = addDays(date, -1);
  for (let tries = 0; tries < 30 && !due(day); tries++) day = addDays(day, -1);
  return digestInstant(org, reader, day);
}

/** Names of the reader's groups from which nothing has ever come: an empty group and an unread one look the same. */
async function silentGroups(store: Store, org: Organisation, reader: Person): Promise<readonly string[]> {
  if (reader.id === EVERYTHING.id) return [];
  const heard = new Set((await store.groupsHeard()).map(groupKey));
  return org.groups
    .filter((group) => group.members.includes(reader.id) && !heard.has(groupKey({ platform: group.platform, group: group.id })))
    .map((group) => group.name);
}
