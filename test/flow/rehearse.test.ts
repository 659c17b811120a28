import { describe, expect, it } from 'vitest';
import { type ChangeSettings, changeRule } from '../../src/flow/change-rule.ts';
import { rehearse } from '../../src/flow/rehearse.ts';
import { rulesUnder, runningRules } from '../../src/flow/rule-book.ts';
import { settleStore } from '../../src/flow/settle-store.ts';
import type { RuleOverlay } from '../../src/model/tuning.ts';
import type { Store } from '../../src/ports/store.ts';
import { at } from '../kit/digest-builders.ts';
import { aLocalRule, anOverlay, CALENDAR, SIMPLE_RULES, TOWN, TOWN_CHAT, townStore } from '../kit/tuning-builders.ts';

const MUTED = anOverlay({ muted: ['ask.please', 'ask.report'] });

function settings(given: Partial<ChangeSettings> = {}): ChangeSettings {
  const signed = { at: at('2026-11-18 09:00'), by: '王芳', reason: '试' };
  return {
    org: TOWN,
    calendar: CALENDAR,
    shipped: SIMPLE_RULES,
    days: 7,
    evenIf: [],
    timePattern: () => 0,
    progress: () => {},
    ...signed,
    ...given,
  };
}

async function rehearsed(store: Store, overlay: RuleOverlay, given: Partial<ChangeSettings> = {}) {
  return rehearse(store, await runningRules(store, SIMPLE_RULES), await rulesUnder(store, SIMPLE_RULES, overlay, 'draft'), settings(given));
}

async function contentOf(store: Store): Promise<unknown> {
  const messages = await store.messagesAfter(0, 100);
  return [
    messages,
    await store.verdictsOf(messages),
    await store.loadEntries(),
    await store.settledCursor(),
    await store.ruleVersions(),
    await store.corrections(),
  ];
}

describe('a rehearsal', () => {
  it('tells what would vanish, for how many people, and what must not be hidden', async () => {
    const { messages, changed, vanishing, appearing, hidden } = await rehearsed(await townStore(), MUTED);
    expect(messages).toBe(TOWN_CHAT.length);
    expect(changed.map(({ id, was, is }) => [id, was.label, is.label])).toEqual([
      ['m1', 'directive', 'chitchat'],
      ['m3', 'directive', 'chitchat'],
    ]);
    expect(vanishing.map(({ evidence, people }) => [evidence.id, people])).toEqual([
      ['m1', 2],
      ['m3', 2],
    ]);
    expect(appearing).toEqual([]);
    expect(hidden.map(({ id, was, item }) => [id, was, item])).toEqual(vanishing.map(({ id, evidence }) => [evidence.id, 'directive', id]));
  });

  it('tells what would appear', async () => {
    const store = await townStore(TOWN_CHAT);
    const asks = aLocalRule({ id: 'local.ask', label: 'directive', pattern: '大家吃' });
    const { changed, appearing } = await rehearsed(store, anOverlay({ rules: [asks] }));
    expect(changed.map(({ id, text }) => [id, text])).toEqual([['m6', '大家吃了没有,食堂今天有饺子']]);
    expect(appearing).toMatchObject([{ kind: 'directive', evidence: { id: 'm6' } }]);
  });

  it('looks back only so many days', async () => {
    const justBefore = { ...(TOWN_CHAT[0] ?? never()), id: 'm0', sentAt: at('2026-11-16 10:55') };
    const { messages, changed, from, to } = await rehearsed(await townStore([...TOWN_CHAT, justBefore]), MUTED, { days: 1 });
    expect([from, to]).toEqual([at('2026-11-16 11:00'), at('2026-11-17 11:00')]);
    expect([messages, changed]).toEqual([3, []]);
  });

  it('changes nothing in the store', async () => {
    const store = await townStore();
    const before = await contentOf(store);
    await rehearsed(store, MUTED);
    await changeRule(store, { kind: 'mute', id: 'talk' }, settings(), false);
    expect(await contentOf(store)).toEqual(before);
  });

  it('of an empty store says so', async () => {
    expect(await rehearsed(await townStore([]), MUTED)).toMatchObject({ messages: 0, changed: [], hidden: [] });
  });
});

describe('a change', () => {
  it('is kept as a version, and what is settled from then on records it', async () => {
    const store = await townStore();
    expect(await changeRule(store, { kind: 'add', rule: aLocalRule() }, settings(), true)).toMatchObject({ kind: 'saved', version: 1 });
    expect(await store.ruleVersions()).toMatchObject([
      { number: 1, by: '王芳', reason: '试', at: at('2026-11-18 09:00'), overlay: { rules: [aLocalRule()] } },
    ]);
    const late = { ...(TOWN_CHAT[3] ?? never()), id: 'm9', sentAt: at('2026-11-18 08:00') };
    await store.ingest([late]);
    await settleStore(store, { org: TOWN, calendar: CALENDAR, rules: await runningRules(store, SIMPLE_RULES) }, () => {});
    expect((await store.verdictsOf([late, { ...late, id: 'm4' }])).map(({ label, ruleSet }) => [label, ruleSet])).toEqual([
      ['share', 'simple+r1'],
      ['chitchat', 'simple'],
    ]);
  });

  it('that hides a directive is refused until every one is named', async () => {
    const store = await townStore();
    const hide = { kind: 'weigh', id: 'ask.report', weight: -12 } as const;
    const refused = await changeRule(store, hide, settings({ evenIf: ['m1'] }), true);
    expect(refused).toMatchObject({ kind: 'hides', unnamed: [{ id: 'm3' }] });
    expect(await store.ruleVersions()).toEqual([]);
    expect(await changeRule(store, hide, settings({ evenIf: ['m1', 'm3'] }), true)).toMatchObject({ kind: 'saved', version: 1 });
  });

  it('that an admin’s label protects hides nothing', async () => {
    const store = await townStore();
    for (const id of ['m1', 'm3'])
      await store.addCorrection({ platform: 'one', group: 'g1', id, label: 'directive', at: 0, by: '王芳', reason: '' });
    expect(await changeRule(store, { kind: 'weigh', id: 'ask.report', weight: -12 }, settings(), true)).toMatchObject({
      kind: 'saved',
      rehearsal: { changed: [] },
    });
  });

  it.each([
    ['its form', aLocalRule({ weight: 0 }), 0, 'rules.refused.weight'],
    ['the time that it takes', aLocalRule(), 5000, 'rules.refused.pattern-time'],
  ])('is refused by %s', async (_what, rule, ms, code) => {
    const store = await townStore();
    const outcome = await changeRule(store, { kind: 'add', rule }, settings({ timePattern: () => ms }), true);
    expect(outcome).toMatchObject({ kind: 'refused', refusals: [{ code }] });
    expect(await store.ruleVersions()).toEqual([]);
  });

  it('whose pattern is not safe is never run', async () => {
    let runs = 0;
    const timePattern = (): number => ++runs;
    const outcome = await changeRule(
      await townStore(),
      { kind: 'add', rule: aLocalRule({ pattern: '(拼+)+团' }) },
      settings({ timePattern }),
      true,
    );
    expect([outcome.kind, runs]).toEqual(['refused', 0]);
  });

  it('says so when somebody else was faster', async () => {
    const store = await townStore();
    const progress = (): void => void store.addRuleVersion(0, { at: 0, by: '别人', reason: '', restores: null, overlay: anOverlay() });
    expect(await changeRule(store, { kind: 'add', rule: aLocalRule() }, settings({ progress }), true)).toEqual({ kind: 'overtaken' });
    expect((await store.ruleVersions()).map(({ by }) => by)).toEqual(['别人']);
  });

  it('is undone by bringing the earlier version back', async () => {
    const store = await townStore();
    await changeRule(store, { kind: 'add', rule: aLocalRule() }, settings(), true);
    await changeRule(store, { kind: 'undo', version: null }, settings(), true);
    expect((await store.ruleVersions()).map(({ restores, overlay }) => [restores, overlay.rules.length])).toEqual([
      [null, 1],
      [0, 0],
    ]);
  });
});

function never(): never {
  throw new Error('the chat is too short');
}
