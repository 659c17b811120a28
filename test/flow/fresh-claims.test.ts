/** What each message adds to its turn, told to whoever decides. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshClaims } from '../../src/flow/fresh-claims.ts';
import { messageReader } from '../../src/flow/message-reader.ts';
import { byTime, type Message } from '../../src/model/message.ts';
import type { TurnReading } from '../../src/model/reading.ts';
import { evidence } from '../kit/digest-builders.ts';
import { anAsk, aReading } from '../kit/ledger-builders.ts';
import { DEMO, PROGRAM, scenario } from '../kit/scenarios.ts';

const { calendar, rules } = PROGRAM;
/** Tasks whose deadline, file or names come with the next message change what was claimed. */
const COUNTY = join(import.meta.dirname, '..', '..', 'data', 'corpus', 'health-county');
const FIRST = aReading('m1', '2026-11-16 09:00', { asks: [anAsk()] });
const OTHER = anAsk({ title: '报清淤进度', evidence: [evidence('g01', 'm2', '报清淤进度')] });

async function messagesOf(folder: string) {
  const { org, envelopes } = await scenario(folder);
  const messages: readonly Message[] = envelopes.toSorted(byTime).map((envelope, index) => ({ ...envelope, seq: index + 1 }));
  return { org, messages };
}

const claimsOf = ({ asks, changes, answers }: Pick<TurnReading, 'asks' | 'changes' | 'answers'>) => ({ asks, changes, answers });
const NOTHING = { asks: [], changes: [], answers: [] };

it.each([DEMO, COUNTY])('is, added up, all that the turn claims: %s', async (folder) => {
  const { org, messages } = await messagesOf(folder);
  const reader = messageReader(org, calendar, rules);
  const known = new Map<string, ReturnType<typeof claimsOf>>();
  let continued = 0;
  for (const message of messages) {
    const { turn, reading, claims, continues } = reader.read(message);
    const before = continues ? (known.get(turn) ?? NOTHING) : NOTHING;
    const added = claims ?? NOTHING;
    known.set(turn, {
      asks: [...before.asks, ...added.asks],
      changes: [...before.changes, ...added.changes],
      answers: [...before.answers, ...added.answers],
    });
    expect(known.get(turn)).toEqual(claimsOf(reading));
    if (continues && before !== NOTHING) continued++;
  }
  expect(continued).toBeGreaterThan(0);
});

it('is the same for who was told of what came before and for who only knows it', async () => {
  const { org, messages } = await messagesOf(COUNTY);
  const reader = messageReader(org, calendar, rules);
  const half = Math.floor(messages.length / 2);
  const told = messages.map((message) => reader.read(message)).slice(half);
  const anew = messageReader(org, calendar, rules);
  for (const message of messages.slice(0, half)) anew.recall(message);
  const again = messages.slice(half).map((message) => anew.read(message));
  expect(again.map(({ claims, continues }) => [claims, continues])).toEqual(told.map(({ claims, continues }) => [claims, continues]));
});

it('is nothing where the same is claimed', () => {
  expect(freshClaims(FIRST, structuredClone(FIRST))).toMatchObject(NOTHING);
});

it('is what comes behind what stands', () => {
  expect(freshClaims(FIRST, { ...FIRST, asks: [...FIRST.asks, OTHER] })).toMatchObject({ ...NOTHING, asks: [OTHER] });
});

it.each([
  ['an ask has got a part', { asks: [anAsk({ urgency: 'soon' })] }],
  ['an ask is gone', { asks: [] }],
  ['another stands before it', { asks: [OTHER, anAsk()] }],
  ['the same message asks for more', { asks: [anAsk(), anAsk({ title: '报清淤进度' })] }],
])('is all of it where %s', (_, given) => {
  expect(freshClaims(FIRST, { ...FIRST, ...given })).toBeNull();
});
