/**
 * A process that fills a store until it is killed. Arguments: what to do, the store's file, sizes of the batches, and the number of
 * the message at which it kills itself in the middle of writing (-1: never). After each durable step it prints a line.
 *   ingest   stores the batches, and prints how many messages are acknowledged
 *   settle   stores and settles batch after batch; the last one is only stored, and then it waits for its end
 */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import type { Envelope } from '../../src/model/message.ts';
import type { SettledBatch, Store } from '../../src/ports/store.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { envelopesBetween, settledBatchOf } from './store-builders.ts';

// It doesn't live to do it at its end.
flushCompileCache();
const [task, path = '', sizes = '', fatal = '-1'] = process.argv.slice(2);

/** The same object, except that reading the given property kills this process on the spot. */
function deadly<T extends object>(object: T, property: keyof T): T {
  return Object.defineProperty({ ...object }, property, {
    enumerable: true,
    get() {
      process.kill(process.pid, 'SIGKILL');
    },
  });
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** `kind` is read after the values of all other columns have been prepared, for each row while the rows before it are written. */
function deadlyFrom(batch: readonly Envelope[], number: number): readonly Envelope[] {
  return batch.map((envelope) => (envelope.id === `m${number}` ? deadly(envelope, 'kind') : envelope));
}

function deadlyEntries(batch: SettledBatch): SettledBatch {
  const last = batch.turns.findLastIndex(({ entries }) => entries.length > 0);
  const turns = batch.turns.map(({ turn, entries }, index) => ({
    turn,
    entries: index === last ? entries.map((entry) => deadly(entry, 'kind')) : entries,
  }));
  return { ...batch, turns };
}

async function ingest(store: Store, batches: readonly (readonly Envelope[])[]): Promise<void> {
  let acknowledged = 0;
  for (const batch of batches) {
    await store.ingest(deadlyFrom(batch, Number(fatal)));
    acknowledged += batch.length;
    say(String(acknowledged));
  }
}

async function settle(store: Store, batches: readonly (readonly Envelope[])[]): Promise<void> {
  for (const batch of batches) {
    const messages = await store.ingest(batch);
    say('stored');
    const settled = settledBatchOf(messages);
    if (batch !== batches.at(-1)) await store.saveSettled(settled);
    else if (Number(fatal) >= 0) await store.saveSettled(deadlyEntries(settled));
  }
  say('waiting');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

let from = 0;
const batches = sizes.split(',').map((size) => {
  const batch = envelopesBetween(from, from + Number(size));
  from += batch.length;
  return batch;
});
await (task === 'settle' ? settle : ingest)(openSqliteStore(path), batches);
