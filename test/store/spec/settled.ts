import { expect, it } from 'vitest';
import type { Entry } from '../../../src/ledger/entry.ts';
import type { Deadline } from '../../../src/model/deadline.ts';
import { messageKey } from '../../../src/model/message.ts';
import type { SettledBatch } from '../../../src/ports/store.ts';
import { aDeadline, at } from '../../kit/digest-builders.ts';
import { anAsk, answered, changed, opened } from '../../kit/ledger-builders.ts';
import {
  A_REASON,
  anAnswer,
  anEnvelope,
  anOpening,
  aVerdict,
  envelopeAt,
  envelopesBetween,
  settledBatchOf,
} from '../../kit/store-builders.ts';
import type { CurrentStore } from '../store-spec.ts';

const [FIRST, SECOND] = [envelopeAt(1), envelopeAt(2)];
const [TURN, OTHER_TURN] = [messageKey(FIRST), messageKey(SECOND)];

function aBatch(given: Partial<SettledBatch> = {}): SettledBatch {
  return { verdicts: [], ruleSet: 'shipped-1', turns: [], cursor: 0, ...given };
}

export function settledSpec(store: CurrentStore): void {
  it('starts with nothing settled', async () => {
    expect([await store().settledCursor(), await store().loadEntries()]).toEqual([0, []]);
  });

  it('keeps the verdicts, entries and cursor of a settled batch', async () => {
    await store().ingest([FIRST, SECOND]);
    const entries = [anOpening(FIRST), anAnswer(FIRST, { order: 1 })];
    await store().saveSettled(aBatch({ verdicts: [aVerdict(FIRST)], turns: [{ turn: TURN, entries }], cursor: 1 }));
    expect(await store().loadEntries()).toEqual(entries);
    expect(await store().verdictsOf([SECOND, FIRST])).toEqual([{ ...aVerdict(FIRST), ruleSet: 'shipped-1' }]);
    expect(await store().settledCursor()).toBe(1);
  });

  it('replaces what a turn had before, and leaves other turns alone', async () => {
    await store().ingest([FIRST, SECOND]);
    const other = { turn: OTHER_TURN, entries: [anAnswer(SECOND)] };
    await store().saveSettled(aBatch({ turns: [{ turn: TURN, entries: [anOpening(FIRST), anAnswer(FIRST, { order: 1 })] }, other] }));
    const reread = anAnswer(FIRST, { state: 'done' });
    await store().saveSettled(aBatch({ turns: [{ turn: TURN, entries: [reread] }] }));
    expect(await store().loadEntries()).toEqual([reread, ...other.entries]);
    await store().saveSettled(aBatch({ turns: [{ turn: TURN, entries: [] }] }));
    expect(await store().loadEntries()).toEqual(other.entries);
  });

  it('counts a turn read twice in one batch as it was read last', async () => {
    await store().ingest([FIRST]);
    const turns = [
      { turn: TURN, entries: [anOpening(FIRST), anAnswer(FIRST, { order: 1 })] },
      { turn: TURN, entries: [anOpening(FIRST)] },
    ];
    await store().saveSettled(aBatch({ turns }));
    expect(await store().loadEntries()).toEqual([anOpening(FIRST)]);
  });

  it('saves the same batch twice without doubling anything', async () => {
    const stored = await store().ingest(envelopesBetween(0, 60));
    const batch = aBatch({
      verdicts: stored.map((message) => aVerdict(message)),
      turns: stored.map((message) => ({ turn: messageKey(message), entries: [anAnswer(message)] })),
      cursor: 60,
    });
    await store().saveSettled(batch);
    await store().saveSettled(batch);
    expect(await store().loadEntries()).toHaveLength(60);
    expect(await store().verdictsOf(stored)).toHaveLength(60);
  });

  it('loads entries in message time, whatever the order of saving', async () => {
    const stored = await store().ingest(envelopesBetween(0, 12));
    for (const message of [...stored].reverse())
      await store().saveSettled(aBatch({ turns: [{ turn: messageKey(message), entries: [anAnswer(message)] }] }));
    expect((await store().loadEntries()).map(({ at }) => at)).toEqual(stored.map(({ sentAt }) => sentAt));
  });

  it('leaves out what nothing was heard of, and what is neither due nor comes again, where that is asked for', async () => {
    const since = at('2026-11-01 08:00');
    const heard = { at: at('2026-09-07 09:00') };
    const asked = (given: Partial<Deadline>): Entry =>
      opened({ ...heard, ask: anAsk({ deadline: aDeadline({ at: heard.at, ...given }) }) });
    const moved = (to: string): Entry => changed({ ...heard, change: 'deadline', deadline: aDeadline({ at: at(to) }) });
    const weekly = { recurrence: 'weekly' } as const;
    const cases: readonly (readonly [kept: boolean, ...Entry[]])[] = [
      [false, opened(heard), answered(heard)],
      [false, asked({})],
      [false, asked({ ...weekly, until: '2026-10-29' })],
      [false, asked({}), moved('2026-10-20 18:00')],
      [true, asked(weekly)],
      [true, asked({ ...weekly, until: '2026-11-01' })],
      [true, asked({ at: since })],
      [true, opened({ ...heard, heardAt: since })],
      [true, opened(heard), answered({ at: since })],
      [true, opened(heard), moved('2026-12-01 18:00')],
    ];
    const turns = cases.map(([, ...entries], number) => ({
      turn: `t${number}`,
      entries: entries.map((entry, order) => ({ ...entry, directive: `d${number}`, turn: `t${number}`, order })),
    }));
    await store().saveSettled(aBatch({ turns }));
    const kept = new Set((await store().loadEntries(since)).map(({ directive }) => directive));
    expect(cases.map((_, number) => kept.has(`d${number}`))).toEqual(cases.map(([one]) => one));
    const all = await store().loadEntries();
    expect(all).toHaveLength(turns.flatMap(({ entries }) => entries).length);
    expect(await store().loadEntries(since)).toEqual(all.filter(({ directive }) => kept.has(directive)));
  });

  it('lets a later verdict replace an earlier one, with its rule set', async () => {
    await store().ingest([FIRST]);
    await store().saveSettled(aBatch({ verdicts: [aVerdict(FIRST)], ruleSet: 'shipped-1' }));
    const later = aVerdict(FIRST, { label: 'notice', unsure: true, confidence: 0.5 });
    await store().saveSettled(aBatch({ verdicts: [later], ruleSet: 'shipped-2' }));
    expect(await store().verdictsOf([FIRST])).toEqual([{ ...later, ruleSet: 'shipped-2' }]);
  });

  it('keeps the reasons of what was kept, and of nothing else', async () => {
    await store().ingest([FIRST, SECOND]);
    const noise = aVerdict(SECOND, { label: 'ack', keep: false });
    await store().saveSettled(aBatch({ verdicts: [aVerdict(FIRST), noise] }));
    expect((await store().verdictsOf([FIRST, SECOND])).map(({ reasons }) => reasons)).toEqual([[A_REASON], []]);
  });

  it('tells the judged messages of a window in reading order, and not those without a verdict', async () => {
    const late = anEnvelope({ id: 'm10' });
    const early = anEnvelope({ id: 'm9' });
    const outside = anEnvelope({ id: 'm11', sentAt: late.sentAt + 1 });
    await store().ingest([late, early, outside, anEnvelope({ id: 'm12' })]);
    const verdicts = [aVerdict(late, { label: 'ack', keep: false }), aVerdict(early), aVerdict(outside)];
    await store().saveSettled(aBatch({ verdicts }));
    expect(await store().judgedBetween(late.sentAt - 1, late.sentAt)).toEqual([
      { platform: 'wechat', group: 'g01', id: 'm9', sentAt: late.sentAt, label: 'directive', keep: true },
      { platform: 'wechat', group: 'g01', id: 'm10', sentAt: late.sentAt, label: 'ack', keep: false },
    ]);
    expect(await store().judgedBetween(late.sentAt, late.sentAt)).toEqual([]);
  });

  it('never moves the cursor back', async () => {
    await store().ingest([FIRST, SECOND]);
    await store().saveSettled(aBatch({ cursor: 2 }));
    await store().saveSettled(aBatch({ cursor: 1 }));
    expect(await store().settledCursor()).toBe(2);
  });

  it('saves nothing of a batch that names an unknown message or a number still to come', async () => {
    await store().ingest([FIRST]);
    const good = { verdicts: [aVerdict(FIRST)], turns: [{ turn: TURN, entries: [anOpening(FIRST)] }], cursor: 1 };
    await expect(store().saveSettled(aBatch({ ...good, verdicts: [aVerdict(FIRST), aVerdict(SECOND)] }))).rejects.toThrow(SECOND.id);
    await expect(store().saveSettled(aBatch({ ...good, cursor: 2 }))).rejects.toThrow();
    expect([await store().settledCursor(), await store().loadEntries(), await store().verdictsOf([FIRST])]).toEqual([0, [], []]);
  });

  it('counts a message that came late in the window in which it was heard', async () => {
    const onTime = envelopeAt(1);
    const late = { ...envelopeAt(2), heardAt: onTime.sentAt + 9_000_000 };
    const messages = await store().ingest([onTime, late]);
    await store().saveSettled({ ...settledBatchOf(messages), cursor: 2 });
    const idsBetween = async (from: number, to: number) => (await store().judgedBetween(from, to)).map(({ id }) => id);
    expect(await idsBetween(onTime.sentAt - 1, late.sentAt)).toEqual(['m1']);
    expect(await idsBetween(late.sentAt, late.heardAt)).toEqual(['m2']);
    expect((await store().messagesBetween(late.sentAt - 1, late.sentAt))[0]).toEqual({ ...late, seq: 2 });
  });
}
