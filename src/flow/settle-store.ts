/** Settles what the store holds beyond its cursor, in time order, day by day, so that memory does not grow with history. */
import { DAY, type Instant } from '../model/instant.ts';
import type { Message } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { ReadingAhead } from '../ports/reading-ahead.ts';
import type { SettledBatch, Store } from '../ports/store.ts';
import type { TunedRuleSet } from '../reading/noise/overlay.ts';
import { rewind } from './rewind.ts';
import type { Settler, SettlerSettings } from './settle.ts';
import { type Batch, settleAhead } from './settle-ahead.ts';

export interface SettleStoreSettings extends Omit<SettlerSettings, 'entries'> {
  /** Starts a reader beside this thread, for work that is long enough; absent where there is none. */
  readonly startReading?: ((org: Organisation, rules: TunedRuleSet) => ReadingAhead) | undefined;
  /** Lets others have their turn, where others run beside it. */
  readonly breathe?: (() => Promise<void>) | undefined;
}

/** From so many messages on a reader of its own is worth its start. */
const LONG = 5000;
/** Messages saved at once. */
const CHUNK = 1000;

/**
 * A message that comes late may change what everything after it means, so all of that is settled again: the store ends up as
 * if its messages had come in order.
 * @param all also what was settled before, because it would now be read otherwise: a new roster
 */
export async function settleStore(
  store: Store,
  settings: SettleStoreSettings,
  progress: (done: number, total: number) => void,
  all = false,
): Promise<void> {
  const cursor = await store.settledCursor();
  const fresh = await freshRange(store, all ? 0 : cursor);
  if (fresh === null) return;
  const { count, first } = fresh;
  let done = 0;
  await settleSince(store, settings, first, count, (messages) => {
    done += messages.filter((message) => all || message.seq > cursor).length;
    progress(done, count);
  });
  await store.saveSettled({ verdicts: [], ruleSet: settings.rules.id, turns: [], cursor: fresh.cursor });
}

/** Settles again what was sent from an instant on, because something in it would now be read otherwise. */
export async function settleAgain(
  store: Store,
  settings: SettleStoreSettings,
  since: Instant,
  progress: (done: number) => void,
): Promise<void> {
  let done = 0;
  await settleSince(store, settings, since, await store.countMessages(), (messages) => {
    done += messages.length;
    progress(done);
  });
}

/**
 * The cursor stays where it is: who calls knows what is settled now.
 * @param most about so many messages will be settled
 */
async function settleSince(
  store: Store,
  settings: SettleStoreSettings,
  since: Instant,
  most: number,
  onSettled: (messages: readonly Message[]) => void,
): Promise<void> {
  const { org, rules, startReading, breathe } = settings;
  const cursor = await store.settledCursor();
  const reader = most < LONG ? undefined : startReading?.(org, rules);
  try {
    const { settling, from, dropped } = await rewind(store, { ...settings, telling: 'kept' }, since, reader?.recall);
    const end = (await store.timeRange())?.last ?? from;
    const waiting = new Map(dropped);
    const settled = new Set<string>();
    const save = async ({ messages, to }: Chunk): Promise<void> => {
      await store.saveSettled(withoutGone({ ...settling.takeBatch(), cursor }, settling.ledger, waiting, settled, to));
      onSettled(messages);
    };
    const chunks = chunksBetween(store, from, end);
    if (reader !== undefined) return await settleAhead(chunks, reader, settling, save);
    for await (const chunk of chunks) {
      settling.settleAll(chunk.messages);
      await save(chunk);
      await breathe?.();
    }
  } finally {
    await reader?.close();
  }
}

interface Chunk extends Batch {
  /** All that was sent up to this instant is settled with it. */
  readonly to: Instant;
}

/** What was sent in (from, to], day by day, and long days in parts. */
async function* chunksBetween(store: Store, start: Instant, end: Instant): AsyncIterable<Chunk> {
  for (let from = start; from < end; from += DAY) {
    const to = Math.min(from + DAY, end);
    const messages = await store.messagesBetween(from, to);
    for (let at = 0; at < messages.length; at += CHUNK) {
      yield { messages: messages.slice(at, at + CHUNK), to: at + CHUNK < messages.length ? from : to };
    }
  }
}

/** Adds the turns of which reading again did not find what the store has: it goes, but for what they had begun with before. */
function withoutGone(
  batch: SettledBatch,
  ledger: Settler['ledger'],
  waiting: Map<string, Instant>,
  settled: Set<string>,
  to: Instant,
): SettledBatch {
  for (const { turn } of batch.turns) settled.add(turn);
  const over = [...waiting].filter(([, last]) => last <= to).map(([turn]) => turn);
  for (const turn of over) waiting.delete(turn);
  const gone = over.filter((turn) => !settled.has(turn)).map((turn) => ({ turn, entries: ledger.entriesOfTurn(turn) }));
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
