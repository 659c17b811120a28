import { describe, expect, it } from 'vitest';
import type { ChangeSettings } from '../../src/flow/change-rule.ts';
import { labelMessage } from '../../src/flow/label.ts';
import { runningRules } from '../../src/flow/rule-book.ts';
import { type AnchorChat, trainLocal } from '../../src/flow/train-local.ts';
import { turnReader } from '../../src/flow/turns.ts';
import type { Label } from '../../src/model/label.ts';
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
        progress: () => {},
      });
  }
  return store;
}

/** What the rules and the model say of a text by mei, without any correction. */
async function judged(store: Store, text: string) {
  const { corrections: _corrections, ...rules } = await runningRules(store, SHIPPED);
  const message = {
    platform: 'one',
    group: 'g1',
    id: 'new',
    sentAt: at('2026-11-17 12:00'),
    sender: { id: 'mei', name: 'mei' },
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

  it('leaves other verdicts as they are', async () => {
    const store = await correctedStore({ m4: 'notice' });
    const { outcome } = (await trainLocal(store, [], settings(), false)) as { outcome: { rehearsal: { changed: readonly unknown[] } } };
    expect(outcome.rehearsal.changed).toEqual([]);
  });

  it('is weakened where it would drop what must be kept', async () => {
    const chat: AnchorChat = {
      org: TOWN,
      envelopes: [{ ...(TOWN_CHAT[0] ?? never()), id: 'a1', text: '请各村明天17点前把秸秆离田的统计表报镇农办' }],
    };
    const store = await correctedStore({ m1: 'chitchat', m3: 'chitchat' });
    const trained = await trainLocal(store, [chat], settings(), false);
    if (trained.kind !== 'trained') throw new Error(trained.kind);
    expect(trained.training.strength).toBeLessThan(1);
  });

  it('saves nothing when it only tells what would be, and nothing without corrections', async () => {
    const store = await correctedStore({ m4: 'notice' });
    await trainLocal(store, [], settings(), false);
    expect([await store.localModel(1), await store.ruleVersions()]).toEqual([null, []]);
    expect(await trainLocal(await correctedStore({}), [], settings(), true)).toEqual({ kind: 'nothing', why: 'no-corrections' });
  });
});

function never(): never {
  throw new Error('the chat is empty');
}
