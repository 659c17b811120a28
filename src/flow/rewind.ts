/** Going back: a ledger as it stood at an instant, and a reader that remembers what was said before it. Reading starts again from there. */

import { type Entry, isCommandTurn } from '../ledger/entry.ts';
import { keptSince } from '../ledger/kept.ts';
import { DAY, type Instant } from '../model/instant.ts';
import { groupKey, type Message } from '../model/message.ts';
import type { Store } from '../ports/store.ts';
import { type Settler, type SettlerSettings, settler } from './settle.ts';
import { RECENT_SIZE, TURN_LENGTH, TURN_SIZE } from './turns.ts';

export interface Rewound {
  readonly settling: Settler;
  /** What was sent after this instant is to be settled again. */
  readonly from: Instant;
  /** Turns that the ledger no longer has, or has no longer whole, with the time of their last entry. */
  readonly dropped: ReadonlyMap<string, Instant>;
}

/** Messages of a group that may have a say in what its next one means. */
const REMEMBERED = RECENT_SIZE + TURN_SIZE;
/** How far back a quiet group's are looked for. */
const LOOK_BACK_DAYS = 7;

/**
 * @param to messages before this instant are known already; those of its last minutes are settled again with the turns that they began
 * @param heardBy what was heard after it isn't known yet
 * @param recall takes what was said before to whoever reads on; without it the settler reads
 */
export async function rewind(
  store: Store,
  settings: Omit<SettlerSettings, 'entries' | 'later'>,
  to: Instant,
  recall?: (messages: readonly Message[]) => void,
  heardBy: Instant = Number.POSITIVE_INFINITY,
): Promise<Rewound> {
  const from = to - TURN_LENGTH - 1;
  const entries = (await store.loadEntries(keptSince(from))).filter(({ at, heardAt }) => (heardAt ?? at) <= heardBy);
  // Nothing can be read in the place of what rests on messages that are forgotten.
  const first = (await store.timeRange())?.first ?? to;
  const stands = ({ at }: Entry): boolean => at <= from || at < first;
  const rest = entries.filter((entry) => !stands(entry));
  const later = rest.filter((entry) => isCommandTurn(entry.turn));
  const settling = settler({ ...settings, entries: entries.filter(stands), later });
  const before = await remembered(store, from);
  if (recall === undefined) for (const message of before) settling.recall(message);
  else recall(before);
  return { settling, from, dropped: lastTimes(rest.filter(({ turn }) => !isCommandTurn(turn))) };
}

/** The last messages of each group up to an instant; in order within their group. */
async function remembered(store: Store, until: Instant): Promise<readonly Message[]> {
  const groups = (await store.groupsHeard()).length;
  const found = new Map<string, Message[]>();
  for (let days = 0; days < LOOK_BACK_DAYS; days++) {
    for (const message of (await store.messagesBetween(until - (days + 1) * DAY, until - days * DAY)).toReversed()) {
      const key = groupKey(message);
      const list = found.get(key) ?? [];
      if (list.length < REMEMBERED) found.set(key, [...list, message]);
    }
    if (found.size === groups && [...found.values()].every((list) => list.length === REMEMBERED)) break;
  }
  return [...found.values()].flatMap((list) => list.toReversed());
}

function lastTimes(entries: readonly Entry[]): ReadonlyMap<string, Instant> {
  const times = new Map<string, Instant>();
  for (const { turn, at } of entries) times.set(turn, Math.max(at, times.get(turn) ?? at));
  return times;
}
