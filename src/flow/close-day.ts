/** Closing a day: the digests of all readers whose hour has come, made from the ledger and the window's judged messages. */
import { accountsOf, indexWindow, type WindowIndex } from '../digest/accounts.ts';
import type { IsWorkday } from '../digest/occurrence.ts';
import { orderItems } from '../digest/order.ts';
import { type DigestDay, digestDay, nextDigestAfter } from '../digest/schedule.ts';
import { selectItem } from '../digest/select.ts';
import type { LedgerState } from '../ledger/state.ts';
import type { Digest } from '../model/digest.ts';
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import { EVERYTHING, type Organisation, type Person } from '../model/organisation.ts';
import { mayBeAsked } from '../model/seen-by.ts';
import { NO_REFINEMENTS, type Refinements, refinedFor } from '../policy/refine/overlay.ts';
import { shownTogether } from '../policy/refine/together.ts';
import type { JudgedMessage } from '../ports/store.ts';
import { leaderNotes } from './leader-notes.ts';

export interface DayBook {
  readonly org: Organisation;
  readonly ledger: LedgerState;
  readonly due: DigestDay;
  readonly isWorkday?: IsWorkday | undefined;
  /** Names of groups that could not be read. */
  readonly notCovered: readonly string[];
  /** What was accepted of a refiner's words: it changes how items are shown, and which of them as one; none goes. */
  readonly refinements?: Refinements;
}

export interface ClosingWindow {
  readonly from: Instant;
  readonly to: Instant;
  readonly index: WindowIndex;
}

export function closingWindow(from: Instant, to: Instant, messages: readonly JudgedMessage[], ledger: LedgerState): ClosingWindow {
  return { from, to, index: indexWindow(messages, (key) => ledger.ofMessage(key).length > 0) };
}

/** The digest of one reader for a window that ends now. */
export function composeDigest(book: DayBook, reader: Person, window: ClosingWindow): Digest {
  const { org, ledger, due, isWorkday, notCovered, refinements = NO_REFINEMENTS } = book;
  const everything = reader.id === EVERYTHING.id;
  const next = nextDigestAfter(org, reader, window.to, due);
  const all = everything ? [...ledger.directives.values()] : ledger.ofPerson(reader.id);
  const mine = refinements.size === 0 ? all : all.map((directive) => refinedFor(directive, refinements, reader.id));
  const { from, to } = window;
  const selected = mine.flatMap((directive) => selectItem(directive, reader, org, { from, to, next, isWorkday }) ?? []);
  const items = orderItems(shownTogether(selected, mine, refinements));
  const groups = everything ? [...window.index.keys()] : groupsOf(org, reader);
  const concerns = (directive: Directive): boolean => everything || mayBeAsked(directive).includes(reader.id);
  const { accounted, filtered, total } = accountsOf(groups, window.index, items, (key) => ledger.ofMessage(key), concerns);
  return {
    date: digestDay(org, reader, to),
    cadre: reader.id,
    sentAt: to,
    window: { from, to },
    items,
    filtered,
    accounted,
    unaccounted: total - Object.values(accounted).reduce((sum, count) => sum + count, 0),
    coverage: { groups: groups.length, notCovered },
    ...leaderNotes(ledger, reader, org, { from, to, next, isWorkday }),
  };
}

const groupsByPerson = new WeakMap<Organisation, ReadonlyMap<string, readonly string[]>>();

function groupsOf(org: Organisation, reader: Person): readonly string[] {
  let groups = groupsByPerson.get(org);
  if (groups === undefined) {
    groups = indexGroups(org);
    groupsByPerson.set(org, groups);
  }
  return groups.get(reader.id) ?? [];
}

function indexGroups(org: Organisation): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { platform, id, members } of org.groups) {
    const key = groupKey({ platform, group: id });
    for (const member of new Set(members)) groups.set(member, [...(groups.get(member) ?? []), key]);
  }
  return groups;
}
