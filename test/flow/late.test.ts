/** What comes late is new when it is heard; what people tell the bot is never read again. */
import { describe, expect, it } from 'vitest';
import { makeDigest } from '../../src/flow/make-digest.ts';
import { settleStore } from '../../src/flow/settle-store.ts';
import type { Entry } from '../../src/ledger/entry.ts';
import { messageKey } from '../../src/model/message.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { ASK, lin, said, TOWNSHIP } from '../kit/chat-builders.ts';
import { at } from '../kit/digest-builders.ts';
import { importedInParts, reading } from '../kit/settled-store.ts';

const MONDAY = [said('m1', 'mei', '2026-11-16 09:00', '哈哈')];
const HEARD = { heardAt: at('2026-11-16 19:00') };
const BACKLOG = [
  said('m2', 'bo', '2026-11-16 14:00', '通知：明天下午召开村级工作会，请各村准备', HEARD),
  said('m3', 'bo', '2026-11-16 15:00', ASK, HEARD),
  said('m4', 'mei', '2026-11-16 15:20', '好的[强]', HEARD),
];

const evidenceOf = (items: readonly { readonly evidence: readonly { readonly id: string }[] }[]) =>
  items.flatMap(({ evidence }) => evidence.map(({ id }) => id));

describe('what a backlog brings after the hour of its digest', () => {
  it('stands in the next one, and is counted there', async () => {
    const store = await importedInParts([MONDAY], TOWNSHIP);
    const monday = await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-16');
    await store.putDigest(monday);
    await importedInParts([BACKLOG], TOWNSHIP, store);
    const tuesday = await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-17');
    expect(evidenceOf(tuesday.items)).toEqual(expect.arrayContaining(['m2', 'm3']));
    expect(Object.values(tuesday.accounted).reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(tuesday.unaccounted).toBe(0);
  });

  it('was not known before, whoever makes that digest anew', async () => {
    const store = await importedInParts([MONDAY], TOWNSHIP);
    const monday = await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-16');
    await importedInParts([BACKLOG], TOWNSHIP, store);
    expect(await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-16')).toEqual(monday);
  });

  it('is no news where it came before the hour', async () => {
    const store = await importedInParts([[...MONDAY, ...BACKLOG.map((one) => ({ ...one, heardAt: at('2026-11-16 17:00') }))]], TOWNSHIP);
    const monday = await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-16');
    expect(evidenceOf(monday.items)).toEqual(expect.arrayContaining(['m2', 'm3']));
    await store.putDigest(monday);
    const tuesday = await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-17');
    expect(evidenceOf(tuesday.items)).not.toContain('m2');
  });

  it('shows what it has changed', async () => {
    const store = await importedInParts([[said('m1', 'bo', '2026-11-16 09:00', ASK)]], TOWNSHIP);
    await store.putDigest(await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-16'));
    const change = said('m5', 'bo', '2026-11-16 16:00', '秸秆离田面积统计表改为11月20日17:30前报', { ...HEARD, replyTo: 'm1' });
    await importedInParts([[change]], TOWNSHIP, store);
    const { items } = await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-17');
    expect(items.map(({ section }) => section)).toEqual(['changed']);
  });
});

describe('what people tell the bot', () => {
  const told = (directive: string, wallClock: string): Entry => ({
    kind: 'answered',
    directive,
    turn: 'command one 7001 d1',
    at: at(wallClock),
    order: 0,
    person: 'lin',
    state: 'done',
    message: { platform: 'one', group: '7001', id: 'd1' },
  });

  async function answered(wallClock: string) {
    const store = openSqliteStore(':memory:');
    await importedInParts([[said('m1', 'bo', '2026-11-16 09:00', ASK)]], TOWNSHIP, store);
    const directive = (await store.loadEntries()).find(({ kind }) => kind === 'opened')?.directive ?? '';
    const entry = told(directive, wallClock);
    await store.applyCommand({ inbox: null, turns: [{ turn: entry.turn, entries: [entry] }], outgoing: [] });
    return store;
  }

  it('stays when everything is read again', async () => {
    const store = await answered('2026-11-16 10:00');
    const before = await store.loadEntries();
    await settleStore(store, reading(TOWNSHIP), () => {}, true);
    expect(await store.loadEntries()).toEqual(before);
    expect(before.filter(({ turn }) => turn.startsWith('command '))).toHaveLength(1);
  });

  it('counts from when it was told', async () => {
    const store = await answered('2026-11-16 19:00');
    const stands = async (day: string) => (await makeDigest(store, reading(TOWNSHIP), lin(), day)).items.length;
    expect([await stands('2026-11-16'), await stands('2026-11-17')]).toEqual([1, 0]);
  });

  it('is known to what is read after it', async () => {
    const store = await answered('2026-11-16 09:05');
    await importedInParts([[said('m2', 'bo', '2026-11-16 09:20', '谢谢')]], TOWNSHIP, store);
    await importedInParts([[said('m3', 'mei', '2026-11-16 09:04', '好的')]], TOWNSHIP, store);
    const { items } = await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-16');
    expect(items.map(({ status }) => status)).toEqual(['done']);
  });
});

it('items stay when their messages are forgotten and all is read again', async () => {
  const store = openSqliteStore(':memory:');
  const chat = [said('m1', 'bo', '2026-11-16 09:00', ASK), said('m2', 'mei', '2026-11-16 09:04', '今天食堂吃饺子', { group: 'g2' })];
  await importedInParts([chat], TOWNSHIP, store);
  const before = await store.loadEntries();
  await store.forget(at('2026-11-16 09:02'), 0);
  await settleStore(store, reading(TOWNSHIP), () => {}, true);
  expect(await store.loadEntries()).toEqual(before);
  expect(before.map(({ turn }) => turn)).toEqual([messageKey(chat[0] ?? said('', '', '2026-11-16 09:00', ''))]);
});

it('a turn that began before what is read again goes on as it was', async () => {
  const store = openSqliteStore(':memory:');
  const chat = [
    said('m1', 'bo', '2026-11-16 09:00', ASK),
    said('m2', 'bo', '2026-11-16 09:04', '各村防汛值班表也请于11月17日12:00前报镇应急办'),
    said('m3', 'mei', '2026-11-16 09:12', '今天食堂吃饺子', { group: 'g2' }),
  ];
  await importedInParts([chat], TOWNSHIP, store);
  const before = await store.loadEntries();
  expect(before.map(({ turn }) => turn.split('\0').at(-1))).toEqual(['m1', 'm1']);
  await importedInParts([[said('m4', 'mei', '2026-11-16 09:11', '好', { group: 'g2' })]], TOWNSHIP, store);
  expect(await store.loadEntries()).toEqual(before);
});
