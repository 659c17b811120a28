/**
 * Where the pipeline's time goes. One run records what every stage is given; then each stage goes over all of it again by
 * itself, so that no clock runs between two stages of one message. Turns are what is left of settling after the stages in it.
 */
import { services } from '../../src/app.ts';
import { settler } from '../../src/flow/settle.ts';
import { turnReader } from '../../src/flow/turns.ts';
import { settleReading } from '../../src/ledger/decide.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { type Message, messageKey } from '../../src/model/message.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { TurnReading } from '../../src/model/reading.ts';
import type { SettledBatch } from '../../src/ports/store.ts';
import { readTimes } from '../../src/reading/deadline/index.ts';
import { countWords } from '../../src/reading/lexicon.ts';
import type { Judged } from '../../src/reading/judged.ts';
import { noiseJudge } from '../../src/reading/noise/judge.ts';
import { readTurn } from '../../src/reading/read-turn.ts';
import { normalise } from '../../src/reading/text/normalise.ts';
import { surfaceOf } from '../../src/reading/text/surface.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { inFile } from './in-file.ts';
import { stopwatch } from './stopwatch.ts';
import { BATCH } from './throughput.ts';

export const STAGES = ['normalise', 'times', 'judge', 'claims', 'ledger', 'turns', 'store'] as const;

/** Microseconds of processor time a message. */
export type StageTimes = Readonly<Record<(typeof STAGES)[number], number>>;

export async function measureStages(org: Organisation, messages: readonly Message[]): Promise<StageTimes> {
  const each = (task: () => void): number => {
    const watch = stopwatch();
    task();
    return (watch().cpu * 1_000_000) / messages.length;
  };
  const { calendar, rules } = services();
  const { batches, settling } = recordBatches(org, messages, each);
  const turns = recordTurns(org, messages);
  const readings = turns.map(readTurn);
  const judged = turns.map((turn) => turn.at(-1)).filter((one) => one !== undefined);
  const zone = { timezone: org.timezone, workday: org.workday, calendar };
  const judge = noiseJudge(rules);
  const inside = {
    normalise: each(() => {
      for (const { text } of messages) {
        const normal = normalise(text);
        countWords(normal.text.slice(surfaceOf(normal).ownStart));
      }
    }),
    times: each(() => {
      for (const { view } of judged) if (view.normal.text !== '') readTimes(view.normal, { sentAt: view.message.sentAt, ...zone });
    }),
    judge: each(() => {
      for (const { view } of judged) judge(view);
    }),
    claims: each(() => {
      for (const turn of turns) readTurn(turn);
    }),
    ledger: each(() => settleReadings(readings, messages)),
  };
  const rest = settling - Object.values(inside).reduce((sum, time) => sum + time, 0);
  return { ...inside, turns: Math.max(0, rest), store: await measureStore(messages, batches) };
}

function recordBatches(org: Organisation, messages: readonly Message[], each: (task: () => void) => number): { batches: SettledBatch[]; settling: number } {
  const { calendar, rules } = services();
  const batches: SettledBatch[] = [];
  const settling = each(() => {
    const one = settler({ org, calendar, rules });
    for (const message of messages) {
      one.settle(message);
      if (message.seq % BATCH === 0) batches.push(one.takeBatch());
    }
    batches.push(one.takeBatch());
  });
  return { batches, settling };
}

function recordTurns(org: Organisation, messages: readonly Message[]): readonly (readonly Judged[])[] {
  const { calendar, rules } = services();
  const reader = turnReader(org, calendar, noiseJudge(rules));
  return messages.map((message) => reader.take(message).judged);
}

function settleReadings(readings: readonly TurnReading[], messages: readonly Message[]): void {
  const times = new Map(messages.map((message) => [messageKey(message), message.sentAt]));
  const ledger = new LedgerState();
  for (const reading of readings) {
    const { asks, changes, answers, turn } = reading;
    if (asks.length + changes.length + answers.length === 0 && ledger.entriesOfTurn(messageKey(turn)).length === 0) continue;
    settleReading(ledger, reading, (key) => times.get(messageKey(key)) ?? reading.at);
  }
}

async function measureStore(messages: readonly Message[], batches: readonly SettledBatch[]): Promise<number> {
  const taken = await inFile(async (path) => {
    const store = openSqliteStore(path);
    const watch = stopwatch();
    for (const [index, batch] of batches.entries()) {
      await store.ingest(messages.slice(index * BATCH, (index + 1) * BATCH));
      await store.saveSettled(batch);
    }
    const seconds = watch();
    await store.close();
    return seconds;
  });
  return (taken.cpu * 1_000_000) / messages.length;
}
