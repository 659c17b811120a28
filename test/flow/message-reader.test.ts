import { join } from 'node:path';
import { expect, it } from 'vitest';
import { messageReader } from '../../src/flow/message-reader.ts';
import { byTime, type Message } from '../../src/model/message.ts';
import { DEMO, PROGRAM, scenario } from '../kit/scenarios.ts';

const { calendar, rules } = PROGRAM;
/** Where people send pictures in a row: the next one tells what the first was. */
const COUNTY = join(import.meta.dirname, '..', '..', 'data', 'corpus', 'health-county');

it('tells a verdict anew only where the next message has changed it', async () => {
  const { org, envelopes } = await scenario(COUNTY);
  const messages: readonly Message[] = envelopes.toSorted(byTime).map((envelope, index) => ({ ...envelope, seq: index + 1 }));
  const reader = messageReader(org, calendar, rules);
  const told = new Map<string, string>();
  for (const message of messages) {
    const { reading, verdicts } = reader.read(message);
    for (const verdict of verdicts) {
      const said = JSON.stringify(verdict);
      const before = told.get(verdict.id);
      expect(said).not.toBe(before);
      told.set(verdict.id, said);
    }
    for (const verdict of reading.verdicts) expect(told.get(verdict.id)).toBe(JSON.stringify(verdict));
  }
});

it('tells all of a turn whose beginning was settled before', async () => {
  const { org, envelopes } = await scenario(DEMO);
  const messages: readonly Message[] = envelopes.toSorted(byTime).map((envelope, index) => ({ ...envelope, seq: index + 1 }));
  const reader = messageReader(org, calendar, rules);
  const later = messages.find((message) => reader.read(message).reading.verdicts.length > 1);
  if (later === undefined) throw new Error('nobody in the demo says two things in a row');
  const anew = messageReader(org, calendar, rules);
  for (const message of messages) if (message.seq < later.seq) anew.recall(message);
  const { verdicts, reading } = anew.read(later);
  expect(verdicts).toEqual(reading.verdicts);
  expect(verdicts.length).toBeGreaterThan(1);
});
