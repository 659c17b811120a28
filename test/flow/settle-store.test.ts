/** A store is settled as if its messages had come in order and in one go, however they came. */
import { beforeAll, describe, expect, it } from 'vitest';
import { digestDocument } from '../../src/digest/document.ts';
import { makeDigest } from '../../src/flow/make-digest.ts';
import { settleStore } from '../../src/flow/settle-store.ts';
import type { Digest } from '../../src/model/digest.ts';
import { byTime, type Envelope } from '../../src/model/message.ts';
import { organisation } from '../../src/model/organisation.ts';
import type { SettledBatch, Store } from '../../src/ports/store.ts';
import { ASK, said, TOWNSHIP } from '../kit/chat-builders.ts';
import { DEMO, digestsOf, PROGRAM, replayedFolder, type ScenarioFolder, scenario } from '../kit/scenarios.ts';
import { importedInParts, reading } from '../kit/settled-store.ts';
import { shuffled } from '../kit/shuffled.ts';

describe('the demo', () => {
  let demo: ScenarioFolder;
  let sorted: readonly Envelope[];
  let digests: readonly Digest[];
  let verdicts: readonly string[];
  beforeAll(async () => {
    demo = await scenario(DEMO);
    sorted = demo.envelopes.toSorted(byTime);
    const result = await replayedFolder(DEMO);
    digests = digestsOf(result);
    verdicts = result.verdicts.map(({ group, id, label, keep, confidence }) => `${group} ${id} ${label} ${keep} ${confidence}`);
  });

  async function expectAsReplayed(store: Store): Promise<void> {
    const { org, envelopes } = demo;
    const found = await store.verdictsOf(envelopes);
    expect(found.map(({ group, id, label, keep, confidence }) => `${group} ${id} ${label} ${keep} ${confidence}`)).toEqual(verdicts);
    for (const digest of digests) {
      const person = org.people.find(({ id }) => id === digest.cadre);
      if (person === undefined) throw new Error(`nobody is ${digest.cadre}`);
      const made = await makeDigest(store, reading(org), person, digest.date);
      expect(digestDocument(made, org.timezone)).toEqual(digestDocument(digest, org.timezone));
    }
    await store.close();
  }

  it('gives the digests of the replay when it comes in one go', async () => {
    await expectAsReplayed(await importedInParts([demo.envelopes], demo.org));
  });

  it.each([0.19, 0.5, 0.76])('… in two parts, with a restart in between (%d)', async (share) => {
    const cut = Math.floor(sorted.length * share);
    await expectAsReplayed(await importedInParts([sorted.slice(0, cut), sorted.slice(cut)], demo.org));
  });

  it('… when every seventh message comes late', async () => {
    const late = (_: Envelope, index: number): boolean => index % 7 === 0;
    await expectAsReplayed(await importedInParts([sorted.filter((one, index) => !late(one, index)), sorted.filter(late)], demo.org));
  });

  it('… when it comes in no order at all, and again', async () => {
    const mixed = shuffled(demo.envelopes, 3);
    await expectAsReplayed(await importedInParts([mixed.slice(0, 300), mixed.slice(300), demo.envelopes], demo.org));
  });

  it('… when the roster comes last', async () => {
    const store = PROGRAM.openStore(':memory:');
    await store.ingest(demo.envelopes);
    await settleStore(store, reading(organisation({ ...demo.org, people: [], groups: [] })), () => {});
    await store.saveRoster(demo.org);
    await settleStore(store, reading(demo.org), () => {}, true);
    await expectAsReplayed(store);
  });
});

describe('settleStore', () => {
  const chat = [
    said('m1', 'bo', '2026-11-16 09:00', ASK),
    said('m2', 'lin', '2026-11-16 09:01', '收到'),
    said('m3', 'mei', '2026-11-16 09:30', '收到'),
  ];

  it('settles what is new and no more', async () => {
    const store = await importedInParts([chat], TOWNSHIP);
    expect(await store.settledCursor()).toBe(3);
    const saved: SettledBatch[] = [];
    const counting: Store = { ...store, saveSettled: async (batch) => void saved.push(batch) };
    await settleStore(counting, reading(TOWNSHIP), () => {});
    expect(saved).toEqual([]);
  });

  it('tells how far it is', async () => {
    const told: (readonly [number, number])[] = [];
    const store = PROGRAM.openStore(':memory:');
    await store.ingest([...chat, said('m4', 'lin', '2026-11-18 09:00', '收到')]);
    await settleStore(store, reading(TOWNSHIP), (done, total) => void told.push([done, total]));
    expect(told.at(-1)).toEqual([4, 4]);
    expect(told.length).toBeGreaterThan(1);
  });

  it('moves the cursor only when everything is in', async () => {
    const cursors: number[] = [];
    const store = PROGRAM.openStore(':memory:');
    await store.ingest([...chat, said('m4', 'lin', '2026-11-18 09:00', '收到')]);
    await settleStore({ ...store, saveSettled: async (batch) => void cursors.push(batch.cursor) }, reading(TOWNSHIP), () => {});
    expect([...new Set(cursors.slice(0, -1)), cursors.at(-1)]).toEqual([0, 4]);
  });

  it('passes over the years between two messages', async () => {
    const store = PROGRAM.openStore(':memory:');
    await store.ingest([...chat, said('m4', 'lin', '2099-11-18 09:00', '收到')]);
    let writes = 0;
    await settleStore(
      {
        ...store,
        saveSettled: async (batch) => {
          writes += 1;
          await store.saveSettled(batch);
        },
      },
      reading(TOWNSHIP),
      () => {},
    );
    expect(writes).toBeLessThan(5);
    expect(await store.verdictsOf([said('m4', 'lin', '2099-11-18 09:00', '')])).toHaveLength(1);
  });

  it('takes out what a turn said that a late message has cut differently', async () => {
    // Eleven minutes of one voice: without its first message, the second turn would begin elsewhere.
    const parts = Array.from({ length: 6 }, (_, index) =>
      said(
        `m${index + 1}`,
        'bo',
        `2026-11-16 09:0${index * 2 > 9 ? 9 : index * 2}`,
        `请东村${index + 1}组今天下班前报${'甲乙丙丁戊己'[index]}类台账`,
      ),
    );
    const inOrder = await importedInParts([parts], TOWNSHIP);
    const late = await importedInParts([parts.slice(1), parts.slice(0, 1)], TOWNSHIP);
    expect(await late.loadEntries()).toEqual(await inOrder.loadEntries());
    expect((await late.loadEntries()).length).toBeGreaterThan(0);
  });
});

describe('long work', () => {
  const LONG = 5000;
  async function startsReading(messages: number): Promise<number> {
    const store = PROGRAM.openStore(':memory:');
    const one = said('m', 'lin', '2026-11-16 09:00', '收到');
    await store.ingest(Array.from({ length: messages }, (_, index) => ({ ...one, id: `m${index}`, sentAt: one.sentAt + index * 30_000 })));
    let started = 0;
    const startReading: typeof PROGRAM.startReading = (org, rules) => {
      started++;
      return PROGRAM.startReading(org, rules);
    };
    await settleStore(store, { ...reading(TOWNSHIP), startReading }, () => {});
    expect(await store.settledCursor()).toBe(messages);
    await store.close();
    return started;
  }

  it('is read in a thread of its own', async () => {
    expect(await startsReading(LONG)).toBe(1);
  });

  it('and short work is not', async () => {
    expect(await startsReading(20)).toBe(0);
  });
});
