/** A thread that reads gives what reading here gives: verdicts, entries and directives are the same to the letter. */
import { afterEach, expect, it } from 'vitest';
import { type Settler, settler } from '../../src/flow/settle.ts';
import { settleAhead } from '../../src/flow/settle-ahead.ts';
import { byTime, type Message } from '../../src/model/message.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { NO_OVERLAY } from '../../src/model/tuning.ts';
import type { ReadingAhead, ReadVerdict } from '../../src/ports/reading-ahead.ts';
import type { SettledBatch } from '../../src/ports/store.ts';
import { type TunedRuleSet, tunedRules } from '../../src/reading/noise/overlay.ts';
import { DEMO, PROGRAM, scenario } from '../kit/scenarios.ts';

const { calendar, rules: SHIPPED } = PROGRAM;
const BATCH = 60;
let reader: ReadingAhead | null = null;

function started(org: Organisation, rules: TunedRuleSet): ReadingAhead {
  reader = PROGRAM.startReading(org, rules);
  return reader;
}

afterEach(async () => {
  await reader?.close();
  reader = null;
});

async function demo(): Promise<{ readonly org: Organisation; readonly messages: readonly Message[] }> {
  const { org, envelopes } = await scenario(DEMO);
  return { org, messages: envelopes.toSorted(byTime).map((envelope, index) => ({ ...envelope, seq: index + 1 })) };
}

function batchesOf(messages: readonly Message[]): readonly { readonly messages: readonly Message[] }[] {
  return Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, at) => ({
    messages: messages.slice(at * BATCH, (at + 1) * BATCH),
  }));
}

async function* inTurn<T>(values: readonly T[]): AsyncIterable<T> {
  yield* values;
}

/** As a store keeps it: noise without its reasons, others' as JSON. */
function kept(settling: Settler): SettledBatch {
  const batch = settling.takeBatch();
  const asKept = ({ keep, reasons }: ReadVerdict): string => (!keep ? '' : typeof reasons === 'string' ? reasons : JSON.stringify(reasons));
  return { ...batch, verdicts: batch.verdicts.map((verdict) => ({ ...verdict, reasons: asKept(verdict) })) };
}

function settledHere(org: Organisation, rules: TunedRuleSet, recalled: readonly Message[], messages: readonly Message[]) {
  const settling = settler({ org, calendar, rules });
  for (const message of recalled) settling.recall(message);
  const batches = batchesOf(messages).map((batch) => {
    for (const message of batch.messages) settling.settle(message);
    return kept(settling);
  });
  return { batches, directives: [...settling.ledger.directives.values()] };
}

async function settledAhead(org: Organisation, rules: TunedRuleSet, recalled: readonly Message[], messages: readonly Message[]) {
  const settling = settler({ org, calendar, rules });
  const beside = started(org, rules);
  beside.recall(recalled);
  const batches: SettledBatch[] = [];
  await settleAhead(inTurn(batchesOf(messages)), beside, settling, async () => void batches.push(kept(settling)));
  return { batches, directives: [...settling.ledger.directives.values()] };
}

it('gives what reading here gives', async () => {
  const { org, messages } = await demo();
  const ahead = await settledAhead(org, SHIPPED, messages.slice(0, 100), messages.slice(100));
  expect(ahead.directives.length).toBeGreaterThan(20);
  expect(ahead).toEqual(settledHere(org, SHIPPED, messages.slice(0, 100), messages.slice(100)));
});

it('knows what admins have put over the rules', async () => {
  const { org, messages } = await demo();
  const first = messages.find((message) => message.text.length > 20);
  if (first === undefined) throw new Error('the demo says nothing');
  const { platform, group, id, kind, text } = first;
  const correction = { number: 1, at: 1, by: '王芳', reason: '试', platform, group, id, kind, text, label: 'greeting' as const };
  const rules = tunedRules(SHIPPED, { overlay: NO_OVERLAY, version: null, corrections: [correction], model: null });
  const ahead = await settledAhead(org, rules, [], messages);
  expect(ahead.batches[0]?.verdicts.find((verdict) => verdict.id === id)?.label).toBe('greeting');
  expect(ahead).toEqual(settledHere(org, rules, [], messages));
});

it('fails with what the thread failed of, and not before what was read well is saved', async () => {
  const { org, messages } = await demo();
  const [first, second] = batchesOf(messages);
  if (first === undefined || second === undefined) throw new Error('the demo is too short');
  const broken = { messages: [{ ...second.messages[0], text: null } as unknown as Message] };
  const settling = settler({ org, calendar, rules: SHIPPED });
  const saved: string[] = [];
  const work = settleAhead(inTurn([first, broken]), started(org, SHIPPED), settling, async ({ messages: [message] }) => {
    saved.push(message?.id ?? '');
  });
  await expect(work).rejects.toThrow(TypeError);
  expect(saved).toEqual([first.messages[0]?.id]);
});
