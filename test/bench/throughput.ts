/**
 * The whole pipeline with the store beside two plain inserts, turn and turn about in one run: of the messages' rows alone, and of every
 * row that the pipeline stores. The ratios are what counts; the machine's speed is not ours.
 */
import { services } from '../../src/app.ts';
import { settler } from '../../src/flow/settle.ts';
import { type Batch, settleAhead } from '../../src/flow/settle-ahead.ts';
import type { Message } from '../../src/model/message.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { inFile } from './in-file.ts';
import { BATCH, insertPlainly, messageTable, type Table, tablesIn } from './plain-insert.ts';
import { median, type Seconds, stopwatch } from './stopwatch.ts';

export interface Throughput {
  readonly messages: number;
  readonly distinctTexts: number;
  /** Rows that the pipeline stores in all. */
  readonly rows: number;
  readonly raw: readonly Seconds[];
  readonly rawAll: readonly Seconds[];
  readonly whole: readonly Seconds[];
  readonly toMessages: Ratio;
  readonly toAllRows: Ratio;
}

/** Time of a plain insert over time of the pipeline, the middle one of the pairs. */
export interface Ratio {
  readonly wall: number;
  /** In processor time, which other programs disturb less; of all threads together. */
  readonly cpu: number;
}

export async function measureThroughput(org: Organisation, messages: readonly Message[], repeats: number): Promise<Throughput> {
  const messageRows = [messageTable(messages)];
  const raw: Seconds[] = [];
  const rawAll: Seconds[] = [];
  const whole: Seconds[] = [];
  let tables: readonly Table[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    raw.push(await inFile((path) => insertPlainly(path, messageRows)));
    whole.push(
      await inFile(async (path) => {
        const taken = await runPipeline(path, org, messages);
        if (repeat === 0) tables = tablesIn(path);
        return taken;
      }),
    );
    rawAll.push(await inFile((path) => insertPlainly(path, tables)));
  }
  return {
    messages: messages.length,
    distinctTexts: new Set(messages.map((message) => message.text)).size,
    rows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
    raw,
    rawAll,
    whole,
    toMessages: ratioOf(raw, whole),
    toAllRows: ratioOf(rawAll, whole),
  };
}

function ratioOf(plain: readonly Seconds[], whole: readonly Seconds[]): Ratio {
  const middle = (of: (one: Seconds) => number): number => median(plain.map((one, index) => of(one) / of(whole[index] ?? one)));
  return { wall: middle((one) => one.wall), cpu: middle((one) => one.cpu) };
}

async function runPipeline(path: string, org: Organisation, messages: readonly Message[]): Promise<Seconds> {
  const store = openSqliteStore(path);
  const watch = stopwatch();
  await settleAll(store, org, messages);
  const taken = watch();
  await store.close();
  return taken;
}

/** Batch after batch: stored, read in a thread of its own as a long import is, decided, saved. */
async function settleAll(store: Store, org: Organisation, messages: readonly Message[]): Promise<void> {
  const { calendar, rules, startReading } = services();
  const settling = settler({ org, calendar, rules });
  const reader = startReading(org, rules);
  try {
    await settleAhead(stored(store, messages), reader, settling, async () => await store.saveSettled(settling.takeBatch()));
  } finally {
    await reader.close();
  }
}

async function* stored(store: Store, messages: readonly Message[]): AsyncIterable<Batch> {
  for (let at = 0; at < messages.length; at += BATCH) yield { messages: await store.ingest(messages.slice(at, at + BATCH)) };
}
