/** The refiner against a server on its good and bad days: every call comes to an outcome, in time, and none throws. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RefineQuestion } from '../../../src/model/refinement.ts';
import type { Refiner } from '../../../src/ports/refiner.ts';
import { openAiRefiner } from '../../../src/refine/openai/index.ts';
import { type Day, type OpenAiPeer, startOpenAiPeer } from '../../peers/openai.ts';

const QUESTION: RefineQuestion = {
  doubts: ['verdict'],
  title: '报表',
  messages: [{ by: '⟦人1⟧', when: '2026-11-16 周一 09:00', text: '各村把表报上来', asked: true }],
};
const GOOD: Day = { kind: 'answers', with: () => ({ verdict: 'asks', quote: '各村把表报上来', title: null, deadline: null, people: [] }) };
const DOWN: Day = { kind: 'status', status: 500 };

let peer: OpenAiPeer;
let now: number;
let waits: number[];

beforeEach(async () => {
  peer = await startOpenAiPeer();
  now = 1_000_000;
  waits = [];
});
afterEach(() => peer.close());

function refiner(given: { readonly key?: string; readonly timeoutSeconds?: number } = {}): Refiner {
  return openAiRefiner({
    baseUrl: peer.url,
    model: 'm',
    key: given.key ?? peer.key,
    timeoutSeconds: given.timeoutSeconds ?? 60,
    clock: {
      now: () => now,
      random: () => 0.5,
      after(ms, action) {
        waits.push(ms);
        now += ms;
        action();
        return () => {};
      },
    },
  });
}

describe('a refiner behind an OpenAI-compatible server', () => {
  it('answers each question, with the tokens that it cost', async () => {
    peer.behave(GOOD);
    const reply = await refiner().ask([QUESTION, QUESTION]);
    expect(reply).toEqual({
      outcome: 'answered',
      proposals: Array.from({ length: 2 }, () => ({ verdict: 'asks', quote: '各村把表报上来', title: null, deadline: null, people: [] })),
      inputTokens: 500,
      outputTokens: 40,
    });
    expect(peer.received).toHaveLength(1);
  });

  it.each<readonly [string, Day, string, number]>([
    ['no JSON', { kind: 'raw', content: '好的,{"answers": [' }, 'broken', 1],
    ['JSON of another form', { kind: 'raw', content: '[1, 2]' }, 'broken', 1],
    ['a filter that ends the answer', { kind: 'filtered' }, 'refused', 1],
    ['400, as filters answer', { kind: 'status', status: 400 }, 'refused', 1],
    ['401', { kind: 'status', status: 401 }, 'unreachable', 1],
    ['500', DOWN, 'unreachable', 3],
    ['429', { kind: 'status', status: 429 }, 'limited', 3],
    ['a cut connection', { kind: 'cut' }, 'unreachable', 3],
    ['an answer too late', { kind: 'late', ms: 60_000 }, 'late', 1],
  ])('takes %s for what it is', async (_what, day, outcome, calls) => {
    peer.behave(day);
    const one = day.kind === 'late' ? refiner({ timeoutSeconds: 1 }) : refiner();
    expect(await one.ask([QUESTION])).toMatchObject({ outcome, proposals: [null] });
    expect(peer.received).toHaveLength(calls);
  });

  it('counts what a late answer may have cost, and nothing for a refusal by status', async () => {
    const late = refiner({ timeoutSeconds: 0.2 });
    peer.behave({ kind: 'late', ms: 60_000 });
    expect((await late.ask([QUESTION])).inputTokens).toBe(late.estimate([QUESTION]));
    peer.behave({ kind: 'status', status: 400 });
    expect((await refiner().ask([QUESTION])).inputTokens).toBe(0);
  });

  it('comes through 429 and 500 by waiting longer each time, or as long as it is told', async () => {
    peer.behave(DOWN, DOWN, GOOD);
    expect((await refiner().ask([QUESTION])).outcome).toBe('answered');
    expect(waits).toEqual([500, 1000]);
    peer.behave({ kind: 'status', status: 429, headers: { 'retry-after': '2' } }, GOOD);
    expect((await refiner().ask([QUESTION])).outcome).toBe('answered');
    expect(waits.slice(2)).toEqual([2000]);
  });

  it('does not wait where it is told to come back in an hour', async () => {
    peer.behave({ kind: 'status', status: 429, headers: { 'retry-after': '3600' } }, GOOD);
    expect((await refiner().ask([QUESTION])).outcome).toBe('limited');
    expect([waits, peer.received.length]).toEqual([[], 1]);
  });

  it('leaves a server alone after three failures, and tries it again five minutes later', async () => {
    const one = refiner();
    peer.behave({ kind: 'status', status: 401 });
    for (let failed = 0; failed < 3; failed++) await one.ask([QUESTION]);
    expect([(await one.ask([QUESTION])).outcome, peer.received.length]).toEqual(['resting', 3]);
    now += 5 * 60_000;
    peer.behave(GOOD);
    expect((await one.ask([QUESTION])).outcome).toBe('answered');
  });

  it('takes answers with a wrong form, a wrong number or twice for none, and the others for theirs', async () => {
    const good = { verdict: 'tells', quote: '报', title: null, deadline: null, people: null };
    const answers = [
      { n: 0, ...good },
      { n: 1, ...good, verdict: 'drop' },
      { n: 2, ...good },
      { n: 2, ...good },
      { n: 3, ...good, deadline: { quote: '明天', day: '明天' } },
      { n: 9, ...good },
    ];
    peer.behave({ kind: 'raw', content: `\`\`\`json\n${JSON.stringify({ answers })}\n\`\`\`` });
    const { proposals } = await refiner().ask([QUESTION, QUESTION, QUESTION, QUESTION]);
    expect(proposals.map((one) => one?.verdict ?? null)).toEqual(['tells', null, null, null]);
  });

  it('never costs more than it estimated, as far as its own words go', () => {
    const one = refiner();
    expect(one.estimate([QUESTION, QUESTION])).toBeGreaterThan(one.estimate([QUESTION]));
    expect(one.estimate([QUESTION])).toBeGreaterThan(500);
  });
});
