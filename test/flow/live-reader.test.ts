import { describe, expect, it } from 'vitest';
import { liveReader } from '../../src/flow/live-reader.ts';
import { makeDigest } from '../../src/flow/make-digest.ts';
import type { Envelope } from '../../src/model/message.ts';
import { organisation, type Roster } from '../../src/model/organisation.ts';
import type { LiveStore } from '../../src/ports/live-store.ts';
import type { SettledBatch } from '../../src/ports/store.ts';
import { ASK, lin, said, TOWNSHIP } from '../kit/chat-builders.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { anAsk, opened } from '../kit/ledger-builders.ts';
import { PROGRAM } from '../kit/scenarios.ts';
import { importedInParts } from '../kit/settled-store.ts';

const URGENT = '请各村立即组织人员转移低洼地带群众,今天15点前报转移人数';

async function program(given: Partial<Roster> = {}) {
  const store = PROGRAM.openStore(':memory:');
  const org = organisation({ ...TOWNSHIP, ...given });
  await store.saveRoster(org);
  let now = 0;
  const readerNow = () =>
    liveReader({ store, calendar: PROGRAM.calendar, organisation: () => org, rules: async () => PROGRAM.rules, now: () => now });
  let reader = readerNow();
  return {
    store,
    org,
    /** Comes in at that time and is read. */
    async hear(wallClock: string, ...envelopes: readonly Envelope[]) {
      now = at(wallClock);
      await store.ingest(envelopes.map((one) => (now - one.sentAt > 60_000 ? { ...one, heardAt: now } : one)));
      await reader.readNew();
    },
    async tick(wallClock: string) {
      now = at(wallClock);
      await reader.releaseHeld();
    },
    restart() {
      reader = readerNow();
    },
    ledger: () => reader.ledger(),
    alone: <T>(work: () => Promise<T>) => reader.alone(work),
    follow: (turns: SettledBatch['turns']) => reader.follow(turns),
  };
}

async function alertsIn(store: LiveStore): Promise<readonly string[]> {
  return (await store.outgoingDue(Number.MAX_SAFE_INTEGER, 100)).map(({ key }) =>
    key
      .split(' ')
      .filter((_, index) => index !== 2)
      .join(' '),
  );
}

describe('reading while messages come', () => {
  it('leaves the same store as an import of the same messages', async () => {
    const { hear, store, org } = await program();
    const chat = [
      said('m1', 'bo', '2026-11-16 09:00', ASK),
      said('m2', 'lin', '2026-11-16 09:01', '收到'),
      said('m3', 'bo', '2026-11-16 10:00', '统计表的报送时间改到11月20日17:30'),
    ];
    for (const [index, wallClock] of ['2026-11-16 09:00', '2026-11-16 09:01', '2026-11-16 10:00'].entries()) {
      await hear(wallClock, ...chat.slice(index, index + 1));
    }
    const imported = await importedInParts([chat], org);
    expect(await store.loadEntries()).toEqual(await imported.loadEntries());
  });

  it('settles a message that comes late as if it had come in time', async () => {
    const { hear, store, org } = await program();
    const chat = [
      said('m1', 'bo', '2026-11-16 09:00', ASK),
      said('m2', 'lin', '2026-11-16 09:20', '收到', { replyTo: 'm1' }),
      said('m3', 'bo', '2026-11-16 09:30', '下午开会'),
    ] as const;
    await hear('2026-11-16 09:31', chat[1], chat[2]);
    await hear('2026-11-16 09:32', chat[0]);
    const imported = await importedInParts([chat], org);
    const facts = async (one: LiveStore) => (await one.loadEntries()).map(({ kind, at: when, directive }) => [kind, when, directive]);
    expect(await facts(store)).toEqual(await facts(imported as LiveStore));
  });

  it('sends what can not wait once, in the transaction that settles it, also after a restart', async () => {
    const { hear, store, restart } = await program();
    await hear('2026-11-16 09:00', said('m1', 'bo', '2026-11-16 09:00', URGENT));
    const first = await alertsIn(store);
    expect(first.length).toBeGreaterThan(0);
    restart();
    await hear('2026-11-16 09:05', said('m2', 'mei', '2026-11-16 09:05', '收到'));
    expect(await alertsIn(store)).toEqual(first);
  });

  it('makes up at its start for alerts that were never written', async () => {
    const { hear, store, org, restart } = await program();
    const chat = [said('m1', 'bo', '2026-11-16 09:00', URGENT)];
    await importedInParts([chat], org, store);
    restart();
    await hear('2026-11-16 09:10', said('m2', 'mei', '2026-11-16 09:10', '好的'));
    expect((await alertsIn(store)).length).toBeGreaterThan(0);
  });

  it('alerts of what was told to the bot and can not wait, at the next tick, once', async () => {
    const { hear, store, tick, follow } = await program();
    await hear('2026-11-16 09:00', said('m1', 'mei', '2026-11-16 09:00', '早'));
    const turn = 'command 1';
    const deadline = aDeadline({ at: at('2026-11-16 15:00'), day: '2026-11-16' });
    const ask = anAsk({ audience: { people: ['lin'], unclear: false }, deadline, evidence: [evidence('g1', 'p1', '报转移人数')] });
    follow([{ turn, entries: [opened({ at: at('2026-11-16 09:05'), directive: 'd-post', turn, ask })] }]);
    expect(await alertsIn(store)).toEqual([]);
    await tick('2026-11-16 09:06');
    const first = await alertsIn(store);
    expect(first).toHaveLength(1);
    await tick('2026-11-16 09:07');
    expect(await alertsIn(store)).toEqual(first);
  });

  it('does not alert of what is long past', async () => {
    const { hear, store } = await program();
    await hear('2026-11-17 09:00', said('m1', 'bo', '2026-11-16 09:00', URGENT));
    expect(await alertsIn(store)).toEqual([]);
  });

  it('holds back in quiet hours, and releases after them', async () => {
    const { hear, tick, store } = await program({ quietHours: { from: 21 * 60, to: 7 * 60 } });
    await hear('2026-11-16 22:00', said('m1', 'bo', '2026-11-16 22:00', '请各村明天上午9点前把转移人数报给我'));
    expect(await alertsIn(store)).toEqual([]);
    await tick('2026-11-17 07:01');
    expect((await alertsIn(store)).length).toBeGreaterThan(0);
  });

  it('shows what a backlog brings after the hour in the next digest', async () => {
    const { hear, store, org } = await program();
    const settings = { org, calendar: PROGRAM.calendar, rules: PROGRAM.rules };
    await hear('2026-11-16 09:00', said('m0', 'bo', '2026-11-16 09:00', '早'));
    await store.putDigest(await makeDigest(store, settings, lin(), '2026-11-16'));
    await hear('2026-11-16 19:00', said('m1', 'bo', '2026-11-16 17:30', '请各村把老党员名单核对一下'));
    const next = await makeDigest(store, settings, lin(), '2026-11-17');
    expect(next.items.flatMap(({ evidence }) => evidence.map(({ id }) => id))).toEqual(['m1']);
    expect([next.unaccounted, next.accounted.evidence]).toEqual([0, 1]);
  });

  it('reads nothing while somebody works alone on the store, tells the ledger as it stood, and goes on after', async () => {
    const { hear, ledger, alone } = await program();
    await hear('2026-11-16 09:00', said('m1', 'bo', '2026-11-16 09:00', ASK));
    await ledger();
    let heard: Promise<void> = Promise.resolve();
    let read = false;
    const during = await alone(async () => {
      heard = hear('2026-11-16 10:00', said('m2', 'bo', '2026-11-16 10:00', '@林芳 请把防汛物资清单今天17点前报镇农业办')).then(() => {
        read = true;
      });
      await new Promise((resolve) => setImmediate(resolve));
      return [(await ledger()).directives.size, read];
    });
    expect(during).toEqual([1, false]);
    await heard;
    expect((await ledger()).directives.size).toBe(2);
    await expect(alone(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect((await ledger()).directives.size).toBe(2);
  });
});
