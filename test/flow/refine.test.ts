/** Refining against a server on its good and bad days: what reaches it, what comes of it in a digest, and that no digest waits for it. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { layoutDigest, renderPlain } from '../../src/digest/render/index.ts';
import { makeDigest } from '../../src/flow/make-digest.ts';
import { type Refining, refining } from '../../src/flow/refine.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import type { Envelope } from '../../src/model/message.ts';
import { messageKey } from '../../src/model/message.ts';
import type { LiveStore } from '../../src/ports/live-store.ts';
import { openAiRefiner } from '../../src/refine/openai/index.ts';
import { lin, said, TOWNSHIP } from '../kit/chat-builders.ts';
import { at } from '../kit/digest-builders.ts';
import { FIRST_LOOK } from '../kit/ledger-builders.ts';
import { anUnsureOpening } from '../kit/refine-builders.ts';
import { PROGRAM } from '../kit/scenarios.ts';
import { reading } from '../kit/settled-store.ts';
import { type Day, type OpenAiPeer, startOpenAiPeer } from '../peers/openai.ts';

const TEXT = '秸秆离田面积统计表,林芳你们11月18日17:30前报给镇农办,有事打 138 0013 8000,身份证11010519491231002X';
const GOOD = {
  kind: 'answers' as const,
  with: () => ({ verdict: 'asks', quote: '统计表', title: null, deadline: null, people: ['⟦人1⟧'] }),
} satisfies Day;

let peer: OpenAiPeer;
let store: LiveStore;
let now: number;
let ledger: LedgerState;

beforeEach(async () => {
  peer = await startOpenAiPeer();
  store = PROGRAM.openStore(':memory:');
  await store.saveRoster(TOWNSHIP);
  now = at('2026-11-16 09:30');
  ledger = new LedgerState();
});
afterEach(async () => {
  await store.close();
  await peer.close();
});

/** Messages that are each an unsure item. */
async function unsure(...envelopes: readonly Envelope[]): Promise<void> {
  const messages = await store.ingest(envelopes);
  const turns = messages.map((message) => ({ turn: messageKey(message), entries: [anUnsureOpening(message)] }));
  for (const { entries } of turns) for (const entry of entries) ledger.append(entry);
  await store.saveSettled({ verdicts: [], ruleSet: 'one', turns, cursor: messages.at(-1)?.seq ?? 0 });
}

function refiner({
  timeoutSeconds = 60,
  ...given
}: {
  readonly dailyYuan?: number;
  readonly dailyTokens?: number;
  readonly timeoutSeconds?: number;
} = {}): Refining {
  const after = (_ms: number, action: () => void): (() => void) => {
    action();
    return () => {};
  };
  const clock = { now: () => now, random: () => 0, after };
  return refining({
    store,
    refiner: openAiRefiner({ baseUrl: peer.url, model: 'm', key: peer.key, timeoutSeconds, clock }),
    mode: 'unsure',
    budget: { dailyTokens: 200_000, dailyYuan: 2, prices: { input: 2, output: 8 }, ...given },
    organisation: () => TOWNSHIP,
    ledger: async () => ledger,
    calendar: PROGRAM.calendar,
    hash: PROGRAM.codes.hash,
    now: () => now,
    log: () => {},
  });
}

async function digest() {
  return await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-16');
}

async function shown(): Promise<string> {
  return renderPlain(layoutDigest(await digest(), { org: TOWNSHIP, person: lin() }), { colour: false });
}

describe('refining', () => {
  it('makes sure what was unsure, and tells what it cost', async () => {
    peer.behave(GOOD);
    await unsure(said('m1', 'bo', '2026-11-16 09:00', TEXT));
    await refiner().pass();
    const { items, refinement } = await digest();
    expect(items.map(({ section, audienceUnclear }) => [section, audienceUnclear])).toEqual([['new', false]]);
    expect(refinement).toEqual({ refined: 1, yuan: (500 * 2 + 40 * 8) / 1_000_000 / 3, trouble: null });
    expect(await shown()).toContain('精修 1 件 · 约 ¥0.0004');
    expect(await shown()).not.toMatch(/[⟦⟧]/u);
  });

  it('sends neither names nor numbers, and the log holds no text', async () => {
    peer.behave(GOOD);
    await unsure(said('m1', 'bo', '2026-11-16 09:00', TEXT));
    await refiner().pass();
    expect(peer.received).toHaveLength(1);
    expect(peer.received[0]?.replaceAll(/[\s-]/gu, '')).not.toMatch(/林芳|柏松|13800138000|11010519491231002/u);
    expect(JSON.stringify(await store.refineCalls(0))).not.toMatch(/秸秆|统计/u);
  });

  it('asks the same only once, also after a restart, and waits for a turn to end', async () => {
    peer.behave(GOOD);
    await unsure(said('m1', 'bo', '2026-11-16 09:00', TEXT));
    now = at('2026-11-16 09:05');
    await refiner().pass();
    expect(peer.received).toHaveLength(0);
    now = at('2026-11-16 09:30');
    const one = refiner();
    await one.pass();
    now += 120_000;
    await one.pass();
    await refiner().pass();
    expect(peer.received).toHaveLength(1);
    expect((await store.refineCalls(0)).map(({ outcome }) => outcome)).toEqual(['answered', 'cached']);
  });

  it.each<readonly [string, Day, string]>([
    ['refuses', { kind: 'status', status: 400 }, '服务拒答'],
    ['answers in broken JSON', { kind: 'raw', content: '{"answers":[{"n"' }, '回答不合格式'],
    ['is late', { kind: 'late', ms: 60_000 }, '服务超时'],
    ['is down', { kind: 'cut' }, '连不上服务'],
    ['says 429', { kind: 'status', status: 429 }, '服务限流'],
  ])('leaves the digest as it was where the server %s, which says so', async (_what, day, words) => {
    peer.behave(day);
    await unsure(said('m1', 'bo', '2026-11-16 09:00', TEXT));
    await refiner(day.kind === 'late' ? { timeoutSeconds: 1 } : {}).pass();
    expect((await digest()).items.map(({ section }) => section)).toEqual(['unsure']);
    expect(await shown()).toContain(words);
  });

  it.each<readonly [string, object]>([
    ['invents a quote', { quote: '请各村立即上报' }],
    ['means another person', { quote: '面积', verdict: 'tells', people: ['⟦人2⟧', '梅英'] }],
    ['finds nothing in it', { quote: '', verdict: 'nothing' }],
  ])('leaves an item in its place where the server %s', async (_what, answer) => {
    peer.behave({ kind: 'answers', with: () => ({ verdict: 'asks', title: null, deadline: null, people: [], ...answer }) });
    await unsure(said('m1', 'bo', '2026-11-16 09:00', TEXT));
    await refiner().pass();
    expect((await digest()).items.map(({ section }) => section)).toEqual(['unsure']);
    expect(await store.refinements(0)).toEqual([]);
  });

  it('believes nothing of a call that gets wrong what anybody knows', async () => {
    peer.behave({ ...GOOD, astray: true });
    await unsure(said('m1', 'bo', '2026-11-16 09:00', TEXT));
    await refiner().pass();
    expect((await digest()).items.map(({ section }) => section)).toEqual(['unsure']);
    expect(await shown()).toContain('核对题答错');
  });

  it('stops for good at the budget of the day, before anything is sent', async () => {
    peer.behave(GOOD);
    await unsure(said('m1', 'bo', '2026-11-16 09:00', TEXT));
    for (const given of [{ dailyYuan: 0.001 }, { dailyTokens: 100 }]) await refiner(given).pass();
    expect([peer.received.length, (await store.refineCalls(0)).map(({ outcome }) => outcome)]).toEqual([0, ['budget']]);
    expect(await shown()).toContain('今天的预算用完了');
  });

  it('asks alone what was refused together, so that one text takes no other with it', async () => {
    peer.behave({ kind: 'status', status: 400 }, { kind: 'status', status: 400 }, GOOD);
    await unsure(said('m1', 'bo', '2026-11-16 09:00', TEXT), said('m2', 'mei', '2026-11-16 09:02', '林芳,统计表里的伤亡数'));
    await refiner().pass();
    expect([peer.received.length, (await store.refinements(0)).length]).toEqual([3, 1]);
  });

  it('asks six at a time, and the same words of two groups once', async () => {
    peer.behave(GOOD);
    // Whatever second looks hold possible.
    ledger = new LedgerState(FIRST_LOOK);
    const eight = Array.from({ length: 8 }, (_, n) => said(`m${n}`, 'bo', '2026-11-16 09:00', `林芳,第${n}张秸秆离田面积统计表记得报`));
    await unsure(...eight, said('copy', 'bo', '2026-11-16 09:00', '林芳,第0张秸秆离田面积统计表记得报', { group: 'g2' }));
    await refiner().pass();
    const calls = await store.refineCalls(0);
    expect([peer.received.length, calls.map(({ outcome, questions }) => [outcome, questions])]).toEqual([
      2,
      [
        ['answered', 6],
        ['cached', 1],
        ['answered', 2],
      ],
    ]);
    expect(await store.refinements(0)).toHaveLength(9);
  });

  it('stops where what was spent before on that day leaves too little, and goes on the next day', async () => {
    peer.behave(GOOD);
    const call = { host: 'one', model: 'm', questions: 1, inputTokens: 90_000, outputTokens: 0, yuan: 0.18, outcome: 'answered' as const };
    await store.saveRefining({ call: { ...call, at: at('2026-11-16 00:30') }, answers: [], accepted: [] });
    await unsure(said('m1', 'bo', '2026-11-16 09:00', TEXT));
    for (const given of [{ dailyTokens: 90_500 }, { dailyYuan: 0.185 }]) await refiner(given).pass();
    expect(peer.received).toHaveLength(0);
    now = at('2026-11-17 00:30');
    await refiner({ dailyTokens: 90_500 }).pass();
    expect(peer.received).toHaveLength(1);
  });

  it.each([
    ['marked 秘密', '【秘密】林芳,统计表明天报'],
    ['marked 机密', '机密★一年 林芳,统计表明天报'],
    ['marked 内部', '内部资料,林芳,统计表明天报'],
  ])('sends nothing that is %s, though the rest of the batch is asked', async (_what, text) => {
    peer.behave(GOOD);
    await unsure(said('m1', 'bo', '2026-11-16 09:00', TEXT), said('m2', 'mei', '2026-11-16 09:02', text));
    await refiner().pass();
    expect(peer.received).toHaveLength(1);
    expect(peer.received.join('')).not.toContain('统计表明天报');
  });

  it('lets no number and no name reach the server, and no placeholder a digest, whatever is said', async () => {
    const digit = fc.integer({ min: 0, max: 9 });
    const phone = fc
      .tuple(fc.constantFrom('13', '15', '18'), fc.array(digit, { minLength: 9, maxLength: 9 }))
      .map(([head, rest]) => head + rest.join(''));
    const card = fc.array(digit, { minLength: 17, maxLength: 17 }).map((rest) => `${rest.join('')}X`);
    const words = fc.constantFrom('统计表', '林芳', '⟦人1⟧', '报', '梅英', '电话', ' ', '。', '2026-11-18', '⟧');
    await fc.assert(
      fc.asyncProperty(fc.array(words), fc.oneof(phone, card), fc.array(words), async (before, secret, after) => {
        const text = [...before, secret, '统计表', ...after].join('');
        await store.close();
        store = PROGRAM.openStore(':memory:');
        ledger = new LedgerState();
        const from = peer.received.length;
        peer.behave({
          kind: 'answers',
          with: ({ messages }) => ({
            verdict: 'asks',
            quote: messages[0]?.text.slice(0, 40),
            title: messages[0]?.text.slice(0, 25),
            deadline: null,
            people: [],
          }),
        });
        await unsure(said('m1', 'bo', '2026-11-16 09:00', text));
        await refiner().pass();
        const sent = peer.received.slice(from).join('\n');
        const titles = (await digest()).items.map(({ title }) => title).join('\n');
        expect(sent).not.toMatch(/林芳|梅英|柏松/u);
        expect(sent).not.toContain(secret);
        expect(titles).not.toMatch(/[⟦⟧]/u);
      }),
      { numRuns: 25 },
    );
  });

  it('never makes a digest wait: one that is due while a call hangs is made without it', async () => {
    peer.behave({ kind: 'late', ms: 60_000 });
    await unsure(said('m1', 'bo', '2026-11-16 09:00', TEXT));
    const one = refiner();
    let hangs = true;
    const passing = one.pass().finally(() => {
      hangs = false;
    });
    expect((await digest()).items).toHaveLength(1);
    expect(hangs).toBe(true);
    one.stop();
    await passing;
  });
});
