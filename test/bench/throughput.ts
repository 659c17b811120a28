/**
 * The whole pipeline with the store beside the plain insert of the same rows, turn and turn about in one run: both write a
 * file of the same schema with the same pragmas in batches of 1000. The ratio is what counts; the machine's speed is not ours.
 */
import Database from 'better-sqlite3';
import { services } from '../../src/app.ts';
import { settler } from '../../src/flow/settle.ts';
import { type Batch, settleAhead } from '../../src/flow/settle-ahead.ts';
import type { Message } from '../../src/model/message.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { extraOf } from '../../src/store/sqlite/message-row.ts';
import { inFile } from './in-file.ts';
import { median, type Seconds, stopwatch } from './stopwatch.ts';

export const BATCH = 1000;

export interface Throughput {
  readonly messages: number;
  readonly distinctTexts: number;
  readonly raw: readonly Seconds[];
  readonly whole: readonly Seconds[];
  /** Raw time over pipeline time, the middle one of the pairs. */
  readonly ratio: number;
  /** The same in processor time, which other programs disturb less. */
  readonly cpuRatio: number;
}

export async function measureThroughput(org: Organisation, messages: readonly Message[], repeats: number): Promise<Throughput> {
  const rows = messages.map(rowOf);
  const raw: Seconds[] = [];
  const whole: Seconds[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    raw.push(await inFile((path) => insertRows(path, rows)));
    whole.push(await inFile((path) => runPipeline(path, org, messages)));
  }
  const ratios = (of: (one: Seconds) => number): number => median(raw.map((one, index) => of(one) / of(whole[index] ?? one)));
  return {
    messages: messages.length,
    distinctTexts: new Set(messages.map((message) => message.text)).size,
    raw,
    whole,
    ratio: ratios((one) => one.wall),
    cpuRatio: ratios((one) => one.cpu),
  };
}

type Row = readonly (string | number | null)[];

function rowOf(message: Message): Row {
  const { seq, platform, group, id, sentAt, sender, kind, text } = message;
  return [seq, platform, group, id, sentAt, sender.id, sender.name, kind, text, extraOf(message)];
}

async function insertRows(path: string, rows: readonly Row[]): Promise<Seconds> {
  await openSqliteStore(path).close();
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 16000');
  const insert = db.prepare(
    `INSERT INTO message (seq, platform, group_id, id, sent_at, sender_id, sender_name, kind, text, extra) VALUES (${Array(10).fill('?').join(', ')})`,
  );
  const write = db.transaction((batch: readonly Row[]) => {
    for (const row of batch) insert.run(...row);
  });
  const watch = stopwatch();
  for (let at = 0; at < rows.length; at += BATCH) write(rows.slice(at, at + BATCH));
  const taken = watch();
  db.close();
  return taken;
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
