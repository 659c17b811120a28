import { describe, expect, it } from 'vitest';
import { explainMessage } from '../../src/flow/explain.ts';
import { type LabelOutcome, labelMessage } from '../../src/flow/label.ts';
import { makeDigest } from '../../src/flow/make-digest.ts';
import { runningRules } from '../../src/flow/rule-book.ts';
import { settleStore } from '../../src/flow/settle-store.ts';
import type { Label } from '../../src/model/label.ts';
import type { Message } from '../../src/model/message.ts';
import type { Store } from '../../src/ports/store.ts';
import { at } from '../kit/digest-builders.ts';
import { CALENDAR, SIMPLE_RULES, TOWN, TOWN_CHAT, townStore } from '../kit/tuning-builders.ts';

async function message(store: Store, id: string): Promise<Message> {
  const [found] = await store.findMessages(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

async function tryLabel(store: Store, id: string, as: Label | null, evenIf: readonly string[] = []): Promise<LabelOutcome> {
  const signed = { at: at('2026-11-18 09:00'), by: '王芳', reason: '看错了' };
  return labelMessage(store, await message(store, id), as, {
    org: TOWN,
    calendar: CALENDAR,
    shipped: SIMPLE_RULES,
    evenIf,
    progress: () => {},
    ...signed,
  });
}

async function label(store: Store, id: string, as: Label | null): Promise<Extract<LabelOutcome, { kind: 'saved' }>> {
  const outcome = await tryLabel(store, id, as);
  if (outcome.kind !== 'saved') throw new Error(outcome.kind);
  return outcome;
}

async function labels(store: Store): Promise<Readonly<Record<string, Label>>> {
  return Object.fromEntries((await store.verdictsOf(await store.messagesAfter(0, 100))).map((one) => [one.id, one.label]));
}

async function titlesFor(store: Store, person: string, date: string): Promise<readonly string[]> {
  const reader = TOWN.personById.get(person);
  if (reader === undefined) throw new Error(`no ${person}`);
  const rules = await runningRules(store, SIMPLE_RULES);
  return (await makeDigest(store, { org: TOWN, calendar: CALENDAR, rules }, reader, date)).items.map((item) =>
    item.evidence.map(({ id }) => id).join(),
  );
}

describe('a label', () => {
  it('holds at once in verdicts, ledger and digests', async () => {
    const store = await townStore();
    expect(await titlesFor(store, 'lin', '2026-11-16')).toEqual(['m1', 'm3']);
    const { copies, gone, opened } = await label(store, 'm1', 'chitchat');
    expect([copies, gone.length, opened]).toEqual([0, 1, []]);
    expect((await labels(store))['m1']).toBe('chitchat');
    expect(await titlesFor(store, 'lin', '2026-11-16')).toEqual(['m3']);
  });

  it('opens what was filtered', async () => {
    const store = await townStore();
    const { opened } = await label(store, 'm6', 'directive');
    expect(opened.map(({ evidence }) => evidence[0]?.id)).toEqual(['m6']);
  });

  it('holds for exact copies, earlier and later ones', async () => {
    const store = await townStore();
    const { copies } = await label(store, 'm5', 'greeting');
    expect([copies, await labels(store)]).toEqual([1, expect.objectContaining({ m2: 'greeting', m5: 'greeting', m6: 'chitchat' })]);
  });

  it('holds for copies that come later', async () => {
    const store = await townStore();
    await label(store, 'm1', 'notice');
    const { seq: _seq, ...said } = await message(store, 'm1');
    await store.ingest([{ ...said, id: 'm9', sentAt: at('2026-11-18 08:00') }]);
    const rules = await runningRules(store, SIMPLE_RULES);
    await settleStore(store, { org: TOWN, calendar: CALENDAR, rules }, () => {});
    expect((await labels(store))['m9']).toBe('notice');
  });

  it('that would hide copies is refused until each of them is named', async () => {
    const [first] = TOWN_CHAT;
    if (first === undefined) throw new Error('the chat is empty');
    const store = await townStore([...TOWN_CHAT, { ...first, id: 'm8', sentAt: at('2026-11-17 15:00') }]);
    expect(await tryLabel(store, 'm1', 'report', ['m1'])).toMatchObject({ kind: 'hides', unnamed: [{ id: 'm8', was: 'directive' }] });
    expect([await store.corrections(), (await labels(store))['m1']]).toEqual([[], 'directive']);
    expect((await tryLabel(store, 'm1', 'hazard')).kind).toBe('saved');
    expect((await tryLabel(store, 'm1', 'report', ['m8'])).kind).toBe('saved');
    expect(await labels(store)).toMatchObject({ m1: 'report', m8: 'report' });
  });

  it('leaves what is right already as it was settled', async () => {
    const store = await townStore();
    await label(store, 'm6', 'chitchat');
    expect((await store.verdictsOf([await message(store, 'm6')]))[0]?.ruleSet).toBe('simple');
  });

  it('may be taken back', async () => {
    const store = await townStore();
    const before = [await labels(store), await store.loadEntries()];
    await label(store, 'm1', 'chitchat');
    await label(store, 'm1', null);
    expect([await labels(store), await store.loadEntries()]).toEqual(before);
    expect((await store.corrections()).map((one) => one.label)).toEqual(['chitchat', null]);
  });

  it('is told by explain, with who gave it and which rules made the verdict', async () => {
    const store = await townStore();
    await label(store, 'm1', 'chitchat');
    const rules = await runningRules(store, SIMPLE_RULES);
    const stages = await explainMessage(store, await message(store, 'm1'), { org: TOWN, calendar: CALENDAR, rules });
    const lines = stages.flatMap((stage) => stage.lines).join('\n');
    expect(lines).toContain('王芳:chitchat “看错了”');
    expect(lines).toContain('王芳更正为这一类');
    expect(lines).toContain('simple+c1 判为 chitchat');
  });
});
