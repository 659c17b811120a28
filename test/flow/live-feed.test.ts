/** The live reader where much comes in at once, out of order, or while something fails. */
import { describe, expect, it } from 'vitest';
import { liveReader } from '../../src/flow/live-reader.ts';
import { byTime, type Envelope } from '../../src/model/message.ts';
import { type Organisation, organisation } from '../../src/model/organisation.ts';
import type { LiveStore } from '../../src/ports/live-store.ts';
import { ASK, said, TOWNSHIP } from '../kit/chat-builders.ts';
import { at } from '../kit/digest-builders.ts';
import { DEMO, PROGRAM, scenario } from '../kit/scenarios.ts';
import { importedInParts } from '../kit/settled-store.ts';

const URGENT = '请各村立即组织人员转移低洼地带群众,今天15点前报转移人数';
const NOW = at('2026-11-16 09:30');

type Settings = Parameters<typeof liveReader>[0];

function readerOf(store: LiveStore, given: Partial<Settings> = {}) {
  const { calendar, rules } = PROGRAM;
  return liveReader({ store, calendar, organisation: () => TOWNSHIP, rules: async () => rules, now: () => NOW, ...given });
}

function chatter(count: number, from = 0): readonly Envelope[] {
  return Array.from({ length: count }, (_, index) =>
    said(`c${from + index}`, index % 2 === 0 ? 'lin' : 'mei', '2026-11-16 09:00', '收到', {
      sentAt: at('2026-11-16 09:00') + (from + index) * 1000,
    }),
  );
}

async function alertsIn(store: LiveStore): Promise<readonly string[]> {
  return (await store.outgoingDue(Number.MAX_SAFE_INTEGER, 100)).map(({ key }) => key);
}

describe('reading under load', () => {
  it('ends with what was there when it began, however much comes in meanwhile', async () => {
    const store = PROGRAM.openStore(':memory:');
    let count = 1;
    const busy: LiveStore = {
      ...store,
      async saveSettledAndAlerts(batch) {
        const saved = await store.saveSettledAndAlerts(batch);
        await store.ingest(chatter(1, count++));
        return saved;
      },
    };
    const reader = readerOf(busy);
    await reader.readNew();
    await store.ingest(chatter(1));
    await reader.readNew();
    expect(await store.settledCursor()).toBe(1);
    await reader.readNew();
    expect(await store.settledCursor()).toBe(2);
  });

  it('says of alerts when they are in the outbox, not when all is read', async () => {
    const store = PROGRAM.openStore(':memory:');
    const cursors: number[] = [];
    const reader = readerOf(store, { alerted: () => void store.settledCursor().then((cursor) => cursors.push(cursor)) });
    await reader.readNew();
    await store.ingest([said('m1', 'bo', '2026-11-16 09:00', URGENT), ...chatter(250)]);
    await reader.readNew();
    expect(cursors[0]).toBe(200);
    expect((await alertsIn(store)).length).toBeGreaterThan(0);
  });

  it('knows who has come from the next batch on', async () => {
    const store = PROGRAM.openStore(':memory:');
    const elsewhere = organisation({ ...TOWNSHIP, groups: TOWNSHIP.groups.map((group) => ({ ...group, members: ['bo', 'mei'] })) });
    let org: Organisation = elsewhere;
    const saves: number[] = [];
    const noting: LiveStore = {
      ...store,
      async saveSettledAndAlerts(batch) {
        saves.push(batch.cursor);
        if (saves.length === 1) {
          org = TOWNSHIP;
          reader.refresh();
        }
        return await store.saveSettledAndAlerts(batch);
      },
    };
    const reader = readerOf(noting, { organisation: () => org });
    await reader.readNew();
    await store.ingest([...chatter(250), said('m9', 'bo', '2026-11-16 09:20', ASK)]);
    await reader.readNew();
    const [opened] = await store.loadEntries();
    expect(opened?.kind === 'opened' && opened.ask.audience.people).toContain('lin');
  });

  it('knows who has joined a group, and starts nothing anew', async () => {
    const elsewhere = organisation({ ...TOWNSHIP, groups: TOWNSHIP.groups.map((group) => ({ ...group, members: ['bo', 'mei'] })) });
    for (const startReading of [undefined, PROGRAM.startReading]) {
      const store = PROGRAM.openStore(':memory:');
      let org: Organisation = elsewhere;
      let starts = 0;
      const rules = async () => {
        starts++;
        return PROGRAM.rules;
      };
      const reader = readerOf(store, { organisation: () => org, startReading, rules });
      await store.ingest(chatter(3));
      await reader.readNew();
      org = TOWNSHIP;
      reader.organise();
      await store.ingest([said('m8', 'bo', '2026-11-16 09:20', ASK), said('m9', 'bo', '2026-11-16 09:21', URGENT)]);
      await reader.readNew();
      const [opened] = await store.loadEntries();
      expect(opened?.kind === 'opened' && opened.ask.audience.people).toContain('lin');
      expect((await alertsIn(store)).some((key) => key.includes('lin'))).toBe(true);
      // Who joins by answering is sought among the people of now.
      expect((await reader.ledger()).org).toBe(TOWNSHIP);
      expect(starts).toBe(1);
      await reader.stop();
    }
  });

  it('puts right what came out of order at once', async () => {
    const store = PROGRAM.openStore(':memory:');
    const reader = readerOf(store);
    await reader.readNew();
    const chat = [
      said('m1', 'bo', '2026-11-16 09:00', ASK),
      said('m2', 'lin', '2026-11-16 09:02', '收到', { replyTo: 'm1' }),
      said('m3', 'bo', '2026-11-16 09:03', '下午开会'),
    ] as const;
    await store.ingest([chat[1], chat[0], chat[2]]);
    await reader.readNew();
    expect(await store.loadEntries()).toEqual(await (await importedInParts([chat], TOWNSHIP)).loadEntries());
  });

  it('reads the same beside its thread', async () => {
    const { org, envelopes } = await scenario(DEMO);
    const chat = envelopes.toSorted(byTime).slice(0, 240);
    const entries = [];
    for (const startReading of [undefined, PROGRAM.startReading]) {
      const store = PROGRAM.openStore(':memory:');
      const reader = readerOf(store, { organisation: () => org, startReading, now: () => chat[0]?.sentAt ?? 0 });
      for (const part of [chat.slice(0, 1), chat.slice(1, 120), chat.slice(120)]) {
        await store.ingest(part);
        await reader.readNew();
      }
      await reader.stop();
      entries.push({ entries: await store.loadEntries(), alerts: await alertsIn(store), verdicts: await store.verdictsOf(chat) });
    }
    expect(entries[0]?.entries.length).toBeGreaterThan(0);
    expect(entries[1]).toEqual(entries[0]);
  });

  it('reads in this thread where the other fails', async () => {
    const store = PROGRAM.openStore(':memory:');
    const broken = () => ({
      recall: () => {},
      read: () => Promise.reject(new Error('no thread')),
      organise: () => {},
      close: async () => {},
    });
    const reader = readerOf(store, { startReading: broken });
    await store.ingest([said('m1', 'bo', '2026-11-16 09:00', URGENT)]);
    await expect(reader.readNew()).rejects.toThrow('no thread');
    await reader.readNew();
    expect((await alertsIn(store)).length).toBeGreaterThan(0);
  });

  it('loses no alert and reads nothing twice where saving has failed', async () => {
    const store = PROGRAM.openStore(':memory:');
    let isFull = true;
    const filling: LiveStore = {
      ...store,
      saveSettledAndAlerts: (batch) => (isFull ? Promise.reject(new Error('disk full')) : store.saveSettledAndAlerts(batch)),
    };
    const reader = readerOf(filling);
    await reader.readNew();
    const chat = [said('m1', 'bo', '2026-11-16 09:00', URGENT)];
    await store.ingest(chat);
    await expect(reader.readNew()).rejects.toThrow('disk full');
    isFull = false;
    await reader.readNew();
    expect((await alertsIn(store)).length).toBeGreaterThan(0);
    expect(await store.loadEntries()).toEqual(await (await importedInParts([chat], TOWNSHIP)).loadEntries());
  });
});
