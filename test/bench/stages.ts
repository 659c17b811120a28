/**
 * Where the pipeline's time goes: the settler's steps one by one with a clock between them. Normalising and times are read once
 * more than the pipeline does, before a message is taken, because inside the view they can't be told apart.
 */
import { services } from '../../src/app.ts';
import { settler } from '../../src/flow/settle.ts';
import { turnReader } from '../../src/flow/turns.ts';
import { settleReading } from '../../src/ledger/decide.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { type Message, messageKey } from '../../src/model/message.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { TurnReading } from '../../src/model/reading.ts';
import { readTimes } from '../../src/reading/deadline/index.ts';
import { countWords } from '../../src/reading/lexicon.ts';
import { noiseJudge } from '../../src/reading/noise/judge.ts';
import { readTurn } from '../../src/reading/read-turn.ts';
import { normalise } from '../../src/reading/text/normalise.ts';
import { surfaceOf } from '../../src/reading/text/surface.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { inFile } from './in-file.ts';
import { BATCH } from './plain-insert.ts';

export const STAGES = ['normalise', 'times', 'judge', 'turns', 'claims', 'ledger', 'store'] as const;

/** Microseconds a message. */
export type StageTimes = Readonly<Record<(typeof STAGES)[number], number>>;

export async function measureStages(org: Organisation, messages: readonly Message[]): Promise<StageTimes> {
  const taken: Record<(typeof STAGES)[number], number> = { normalise: 0, times: 0, judge: 0, turns: 0, claims: 0, ledger: 0, store: 0 };
  const timed = <T>(stage: (typeof STAGES)[number], task: () => T): T => {
    const start = performance.now();
    const result = task();
    taken[stage] += performance.now() - start;
    return result;
  };
  const { calendar, rules } = services();
  const judge = noiseJudge(rules);
  const reader = turnReader(org, calendar, (view) => timed('judge', () => judge(view)));
  const ledger = new LedgerState();
  const zone = { timezone: org.timezone, workday: org.workday, calendar };
  for (const message of messages) {
    const normal = timed('normalise', () => {
      const text = normalise(message.text);
      countWords(text.text.slice(surfaceOf(text).ownStart));
      return text;
    });
    if (normal.text !== '') timed('times', () => readTimes(normal, { sentAt: message.sentAt, ...zone }));
    const turn = timed('turns', () => reader.take(message));
    const reading = timed('claims', () => readTurn(turn.judged));
    timed('ledger', () => settleAlone(ledger, reading, message));
  }
  const turns = Math.max(0, taken.turns - taken.judge - taken.normalise - taken.times);
  const perMessage = Object.entries({ ...taken, turns, store: await timeStore(org, messages) }).map(([stage, time]) => [
    stage,
    (time * 1000) / messages.length,
  ]);
  return Object.fromEntries(perMessage) as StageTimes;
}

function settleAlone(ledger: LedgerState, reading: TurnReading, message: Message): void {
  const { asks, changes, answers, turn } = reading;
  if (asks.length + changes.length + answers.length === 0 && ledger.entriesOfTurn(messageKey(turn)).length === 0) return;
  settleReading(ledger, reading, (key) => (key.id === message.id ? message.sentAt : reading.at));
}

async function timeStore(org: Organisation, messages: readonly Message[]): Promise<number> {
  const { calendar, rules } = services();
  const settling = settler({ org, calendar, rules });
  return await inFile(async (path) => {
    const store = openSqliteStore(path);
    let taken = 0;
    for (let at = 0; at < messages.length; at += BATCH) {
      const batch = messages.slice(at, at + BATCH);
      for (const message of batch) settling.settle(message);
      const settled = settling.takeBatch();
      const start = performance.now();
      await store.ingest(batch);
      await store.saveSettled(settled);
      taken += performance.now() - start;
    }
    await store.close();
    return taken;
  });
}
