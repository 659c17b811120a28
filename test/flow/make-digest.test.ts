import { describe, expect, it } from 'vitest';
import { makeDigest, newestDigestDay } from '../../src/flow/make-digest.ts';
import { EVERYTHING, organisation } from '../../src/model/organisation.ts';
import type { Store } from '../../src/ports/store.ts';
import { ASK, lin, said, TOWNSHIP } from '../kit/chat-builders.ts';
import { aDigest, at } from '../kit/digest-builders.ts';
import { digestsOf, PROGRAM, replayed } from '../kit/scenarios.ts';
import { importedInParts, reading } from '../kit/settled-store.ts';

const CHAT = [
  said('m1', 'bo', '2026-11-16 09:00', ASK),
  said('m2', 'lin', '2026-11-16 09:01', '收到'),
  said('m3', 'mei', '2026-11-17 09:30', '哈哈'),
];

describe('makeDigest', () => {
  it('gives what was sent as it was sent, whatever is known by now', async () => {
    const store = await importedInParts([CHAT], TOWNSHIP);
    const sent = aDigest([{ title: '旧的' }], { cadre: 'lin', date: '2026-11-16' });
    await store.putDigest(sent);
    expect(await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-16')).toEqual(sent);
  });

  it('begins where the last digest ended that was sent', async () => {
    const store = await importedInParts([CHAT], TOWNSHIP);
    const window = { from: at('2026-11-15 18:00'), to: at('2026-11-16 08:00') };
    await store.putDigest(aDigest([], { cadre: 'lin', date: '2026-11-16', sentAt: window.to, window }));
    const { window: next, items } = await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-17');
    expect(next).toEqual({ from: window.to, to: at('2026-11-17 18:00') });
    expect(items.map(({ evidence }) => evidence[0]?.id)).toEqual(['m1']);
  });

  it('begins just before the first message when there is nothing earlier', async () => {
    const store = await importedInParts([CHAT], TOWNSHIP);
    expect((await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-16')).window.from).toBe(at('2026-11-16 09:00') - 1000);
    expect((await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-17')).window.from).toBe(at('2026-11-16 18:00'));
  });

  it('goes back over a weekend where digests come on working days only', async () => {
    const org = organisation({ ...TOWNSHIP, workdaysOnly: true });
    const store = await importedInParts([CHAT, [said('m4', 'bo', '2026-11-23 09:00', '收到')]], org);
    expect((await makeDigest(store, reading(org), lin(), '2026-11-23')).window.from).toBe(at('2026-11-20 18:00'));
  });

  it('names the groups of the reader from which nothing ever came', async () => {
    const store = await importedInParts([CHAT], TOWNSHIP);
    const mei = TOWNSHIP.people[2] ?? lin();
    expect((await makeDigest(store, reading(TOWNSHIP), mei, '2026-11-16')).coverage).toEqual({ groups: 2, notCovered: ['西村群'] });
    expect((await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-16')).coverage).toEqual({ groups: 1, notCovered: [] });
  });

  it('reads a turn that went on after the digest as it then stood', async () => {
    const chat = [
      said('m1', 'bo', '2026-11-16 17:58', '请各村把秸秆离田面积统计表报镇农办'),
      said('m2', 'bo', '2026-11-16 18:01', '统计表11月18日17:30前报'),
    ];
    const store = await importedInParts([chat], TOWNSHIP);
    const turns = new Set((await store.loadEntries()).map(({ turn }) => turn));
    expect(turns.size).toBe(1);
    const made = await makeDigest(store, reading(TOWNSHIP), lin(), '2026-11-16');
    expect(made).toEqual(digestsOf(await replayed(chat, TOWNSHIP)).find(({ cadre }) => cadre === 'lin'));
    expect(made.items).toHaveLength(1);
    expect(made.items[0]).toMatchObject({ deadline: null, evidence: [{ id: 'm1' }] });
  });

  it('asks the store for no more than it can tell, and tells what it would with all', async () => {
    const chat = [
      said('m1', 'bo', '2026-06-16 09:00', '请各村于6月18日17:30前把防汛物资清单报镇应急办'),
      said('m2', 'bo', '2026-09-18 09:00', '请各村于9月20日17:30前把秸秆离田面积统计表报镇农办'),
      said('m3', 'bo', '2026-11-16 09:00', '请各村于11月18日17:30前把医保参保名单报镇社保所'),
    ];
    for (const [overdueDays, known] of [
      [3, ['m3']],
      [60, ['m2', 'm3']],
    ] as const) {
      const org = organisation({ ...TOWNSHIP, overdueDays });
      const store = await importedInParts([chat], org);
      const loaded = new Set<string>();
      const loadEntries: Store['loadEntries'] = async (since) => {
        const entries = await store.loadEntries(since);
        for (const entry of entries) if (entry.kind === 'opened') for (const { id } of entry.ask.evidence) loaded.add(id);
        return entries;
      };
      const made = await makeDigest({ ...store, loadEntries }, reading(org), lin(), '2026-11-16');
      expect([...loaded]).toEqual(known);
      expect(made.items.map(({ evidence }) => evidence[0]?.id).toSorted()).toEqual(known);
      const all = await makeDigest({ ...store, loadEntries: async () => await store.loadEntries() }, reading(org), lin(), '2026-11-16');
      expect(made).toEqual(all);
    }
  });

  it('for the reader of everything knows every group, also without a roster', async () => {
    const nobody = organisation({ ...TOWNSHIP, people: [], groups: [] });
    const store = PROGRAM.openStore(':memory:');
    await importedInParts([[...CHAT, said('m1', 'bo', '2026-11-16 10:00', '收到', { group: 'g9' })]], nobody, store);
    const { accounted, unaccounted, coverage, items } = await makeDigest(store, reading(nobody), EVERYTHING, '2026-11-16');
    expect([unaccounted, coverage]).toEqual([0, { groups: 2, notCovered: [] }]);
    expect(Object.values(accounted).reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(items[0]?.evidence[0]).toMatchObject({ id: 'm1', quote: expect.stringContaining('统计表') });
  });
});

describe('a digest at midnight', () => {
  it('belongs to the day that it ends', async () => {
    const org = organisation({ ...TOWNSHIP, digestAt: 24 * 60 });
    const store = await importedInParts([CHAT], org);
    const made = await makeDigest(store, reading(org), lin(), '2026-11-16');
    expect([made.date, made.sentAt]).toEqual(['2026-11-16', at('2026-11-17 00:00')]);
    expect(digestsOf(await replayed(CHAT, org)).filter(({ cadre }) => cadre === 'lin')[0]).toEqual(made);
    expect(await newestDigestDay(store, reading(org), lin())).toBe('2026-11-17');
  });
});

describe('newestDigestDay', () => {
  it('is the day of the digest that holds the newest message', async () => {
    expect(await newestDigestDay(PROGRAM.openStore(':memory:'), reading(TOWNSHIP), lin())).toBeNull();
    expect(await newestDigestDay(await importedInParts([CHAT], TOWNSHIP), reading(TOWNSHIP), lin())).toBe('2026-11-17');
    const evening = [...CHAT, said('m4', 'bo', '2026-11-17 18:00', '收到'), said('m5', 'bo', '2026-11-17 18:01', '收到')];
    expect(await newestDigestDay(await importedInParts([evening.slice(0, 4)], TOWNSHIP), reading(TOWNSHIP), lin())).toBe('2026-11-17');
    expect(await newestDigestDay(await importedInParts([evening], TOWNSHIP), reading(TOWNSHIP), lin())).toBe('2026-11-18');
    const friday = [said('m1', 'bo', '2026-11-20 20:00', '收到')];
    const working = organisation({ ...TOWNSHIP, workdaysOnly: true });
    expect(await newestDigestDay(await importedInParts([friday], working), reading(working), lin())).toBe('2026-11-23');
  });
});
