/** Settles what the store holds beyond its cursor, in time order, day by day, so that memory does not grow with history. */
import { DAY, type Instant } from '../model/instant.ts';
import type { Message } from '../model/message.ts';
import type { SettledBatch, Store } from '../ports/store.ts';
import { rewind } from './rewind.ts';
import type { SettlerSettings } from './settle.ts';

/**
 * A message that comes late may change what everything after it means, so all of that is settled again: the store ends up as
 * if its messages had come in order.
 * @param all also what was settled before, because it would now be read otherwise: a new roster
 */
export async function settleStore(
  store: Store,
  settings: Omit<SettlerSettings, 'entries'>,
  progress: (done: number, total: number) => void,
  all = false,
): Promise<void> {
  const cursor = await store.settledCursor();
  const fresh = await freshRange(store, all ? 0 : cursor);
  if (fresh === null) return;
  const { count, first } = fresh;
  let done = 0;
  await settleSince(store, settings, first, (messages) => {
    done += messages.filter((message) => all || message.seq > cursor).length;
    progress(done, count);
  });
  await store.saveSettled({ verdicts: [], ruleSet: settings.rules.id, turns: [], cursor: fresh.cursor });
}

/** Settles again what was sent from an instant on, because something in it would now be read otherwise. */
export async function settleAgain(
  store: Store,
  settings: Omit<SettlerSettings, 'entries'>,
  since: Instant,
  progress: (done: number) => void,
): Promise<void> {
  let done = 0;
  await settleSince(store, settings, since, (messages) => {
    done += messages.length;
    progress(done);
  });
}

/** The cursor stays where it is: who calls knows what is settled now. */
async function settleSince(
  store: Store,
  settings: Omit<SettlerSettings, 'entries'>,
  since: Instant,
  onDay: (messages: readonly Message[]) => void,
): Promise<void> {
  const cursor = await store.settledCursor();
  const { settling, from: start, dropped } = await rewind(store, settings, since);
  const end = (await store.timeRange())?.last ?? start;
  const waiting = new Map(dropped);
  const settled = new Set<string>();
  for (let from = start; from < end; from += DAY) {
    const to = Math.min(from + DAY, end);
    const messages = await store.messagesBetween(from, to);
    if (messages.length === 0) continue;
    for (const message of messages) settling.settle(message);
    await store.saveSettled(withoutGone({ ...settling.takeBatch(), cursor }, waiting, settled, to));
    onDay(messages);
  }
}

/** Adds the turns that reading again did not find any more: what the store has of them goes. */
function withoutGone(batch: SettledBatch, waiting: Map<string, Instant>, settled: Set<string>, to: Instant): SettledBatch {
  for (const { turn } of batch.turns) settled.add(turn);
  const over = [...waiting].filter(([, last]) => last <= to).map(([turn]) => turn);
  for (const turn of over) waiting.delete(turn);
  const gone = over.filter((turn) => !settled.has(turn)).map((turn) => ({ turn, entries: [] }));
  return { ...batch, turns: [...batch.turns, ...gone] };
}

interface FreshRange {
  readonly first: Instant;
  readonly count: number;
  readonly cursor: number;
}

async function freshRange(store: Store, cursor: number): Promise<FreshRange | null> {
  let range = null as FreshRange | null;
  for (let after = cursor; ; ) {
    const messages = await store.messagesAfter(after, 10_000);
    const last = messages.at(-1);
    if (last === undefined) return range;
    after = last.seq;
    for (const { sentAt } of messages) {
      range = { first: Math.min(range?.first ?? sentAt, sentAt), count: (range?.count ?? 0) + 1, cursor: after };
    }
  }
}
