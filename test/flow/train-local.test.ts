import { describe, expect, it } from 'vitest';
import type { ChangeSettings } from '../../src/flow/change-rule.ts';
import { labelMessage } from '../../src/flow/label.ts';
import { runningRules } from '../../src/flow/rule-book.ts';
import { trainLocal } from '../../src/flow/train-local.ts';
import { turnReader } from '../../src/flow/turns.ts';
import type { Label } from '../../src/model/label.ts';
import type { Envelope } from '../../src/model/message.ts';
import type { Store } from '../../src/ports/store.ts';
import { noiseJudge } from '../../src/reading/noise/judge.ts';
import { at } from '../kit/digest-builders.ts';
import { PROGRAM } from '../kit/scenarios.ts';
import { CALENDAR, TOWN, TOWN_CHAT, townStore } from '../kit/tuning-builders.ts';

const SHIPPED = PROGRAM.rules;

function settings(given: Partial<ChangeSettings> = {}): ChangeSettings {
  const signed = { at: at('2026-11-18 09:00'), by: '王芳', reason: '学' };
  return {
    org: TOWN,
    calendar: CALENDAR,
    shipped: SHIPPED,
    days: 7,
    evenIf: [],
    timePattern: () => 0,
    progress: () => {},
    ...signed,
    ...given,
  };
}

/** A store with the town's chat, judged by the shipped model, and these corrections. */
async function correctedStore(labels: Readonly<Record<string, Label>>): Promise<Store> {
  const store = await townStore(TOWN_CHAT, SHIPPED);
  for (const [id, label] of Object.entries(labels)) {
    const [message] = await store.findMessages(id);
    if (message !== undefined)
      await labelMessage(store, message, label, {
        org: TOWN,
        calendar: CALENDAR,
        shipped: SHIPPED,
        at: 0,
        by: '王芳',
        reason: '',
        evenIf: [],
        progress: () => {},
      });
  }
  return store;
}

/** What the rules and the model say of a text, without any correction. */
async function judged(store: Store, text: string, sender = 'mei') {
  const { corrections: _corrections, ...rules } = await runningRules(store, SHIPPED);
  const message = {
    platform: 'one',
    group: 'g1',
    id: 'new',
    sentAt: at('2026-11-17 12:00'),
    sender: { id: sender, name: sender },
    kind: 'text' as const,
    text,
    seq: 1,
  };
  return turnReader(TOWN, CALENDAR, noiseJudge(rules)).take(message).judged[0]?.verdict;
}

describe('learning from corrections', () => {
  it('judges like messages as the corrected one, and is kept as a version', async () => {
    const store = await correctedStore({ m4: 'notice' });
    expect((await judged(store, '明天拼团草莓'))?.label).not.toBe('notice');
    const trained = await trainLocal(store, [], settings(), true);
    expect(trained).toMatchObject({
      kind: 'trained',
      training: { corrections: 1, rightBefore: 0, rightAfter: 1, strength: 1 },
      outcome: { kind: 'saved', version: 1 },
    });
    expect((await judged(store, '明天拼团草莓'))?.label).toBe('notice');
    expect((await store.localModel(1))?.base).toBe(SHIPPED.model?.id);
    expect((await runningRules(store, SHIPPED)).id).toMatch(/\+r1\+c1$/u);
  });

  it('turns no talk that only shares a word or the form with one correction', async () => {
    const store = await correctedStore({ m4: 'notice' });
    await trainLocal(store, [], settings(), true);
    for (const text of ['树上的草莓真甜', '明天谁去赶集', '拼团成功了哈哈', '今天好冷'])
      expect(await judged(store, text)).toMatchObject({ keep: false });
  });

  it('gives the same model for the same corrections', async () => {
    const models = await Promise.all(
      [1, 2].map(async () => {
        const store = await correctedStore({ m4: 'notice', m2: 'greeting' });
        await trainLocal(store, [], settings(), true);
        return store.localModel(1);
      }),
    );
    expect(models[0]?.grams.length).toBeGreaterThan(0);
    expect(models[1]).toEqual(models[0]);
  });

  it('keeps and drops all else as before', async () => {
    const store = await correctedStore({ m4: 'notice' });
    type Told = { readonly keep: boolean };
    type Trained = { outcome: { rehearsal: { changed: readonly { readonly was: Told; readonly is: Told }[] } } };
    const { outcome } = (await trainLocal(store, [], settings(), false)) as Trained;
    // Small talk may be taken for a greeting.
    expect(outcome.rehearsal.changed.filter(({ was, is }) => was.keep !== is.keep)).toEqual([]);
  });

  it('forgets no order over many corrections of orders', async () => {
    const forms = ['秸秆离田统计表', '低保复核名单', '农机核验表', '防火值班表', '危房排查表', '医保缴费名单', '党费收缴表', '河道巡查表'];
    const chat = forms.map((form, index) => order(`o${index}`, `请各村明天17点前把${form}报镇农办`, index));
    const store = await townStore(chat, SHIPPED);
    for (const { platform, group, id } of chat) {
      await store.addCorrection({ platform, group, id, label: 'chitchat', at: 0, by: '王芳', reason: '' });
    }
    const kept = order('a1', '请各村明天17点前把征兵名单报镇农办', 0);
    const trained = await trainLocal(store, [{ org: TOWN, envelopes: [kept] }], settings(), true);
    expect(trained).toMatchObject({ training: { corrections: 8, rightBefore: 0, rightAfter: 8 }, outcome: { kind: 'saved' } });
    expect((await judged(store, kept.text, 'bo'))?.keep).toBe(true);
  });

  it('saves nothing when it only tells what would be, and nothing without corrections', async () => {
    const store = await correctedStore({ m4: 'notice' });
    await trainLocal(store, [], settings(), false);
    expect([await store.localModel(1), await store.ruleVersions()]).toEqual([null, []]);
    expect(await trainLocal(await correctedStore({}), [], settings(), true)).toEqual({ kind: 'nothing', why: 'no-corrections' });
  });
});

function order(id: string, text: string, minute: number): Envelope {
  return {
    platform: 'one',
    group: 'g1',
    id,
    sentAt: at('2026-11-16 09:00') + minute * 20 * 60_000,
    sender: { id: 'bo', name: 'bo' },
    kind: 'text',
    text,
  };
}
