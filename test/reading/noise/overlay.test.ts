import { describe, expect, it } from 'vitest';
import { settler } from '../../../src/flow/settle.ts';
import { type Message, messageKey } from '../../../src/model/message.ts';
import type { Verdict } from '../../../src/model/reading.ts';
import type { Correction } from '../../../src/model/tuning.ts';
import { withDeltas } from '../../../src/reading/noise/model/deltas.ts';
import { LABEL_COUNT, type NoiseModel, type NoiseWeights } from '../../../src/reading/noise/model/weights.ts';
import { type Tuning, tunedRules } from '../../../src/reading/noise/overlay.ts';
import { aLocalRule, anOverlay, CALENDAR, PLEASE, SIMPLE_RULES, TOWN, TOWN_CHAT } from '../../kit/tuning-builders.ts';

function tuned(given: Partial<Tuning>) {
  return tunedRules(SIMPLE_RULES, { overlay: anOverlay(), version: null, corrections: [], model: null, ...given });
}

/** Final verdicts of the town's chat, by message id. */
function verdictsOf(given: Partial<Tuning>, chat: readonly Omit<Message, 'seq'>[] = TOWN_CHAT): ReadonlyMap<string, Verdict> {
  const settling = settler({ org: TOWN, calendar: CALENDAR, rules: tuned(given) });
  const settled = chat.map((envelope, index) => settling.settle({ ...envelope, seq: index + 1 }));
  return new Map(settled.flatMap(({ reading }) => reading.verdicts.map((verdict) => [verdict.id, verdict])));
}

function aCorrection(id: string, label: Correction['label'], given: Partial<Correction> = {}): Correction {
  const { platform, group, kind, text } = TOWN_CHAT.find((one) => one.id === id) ?? TOWN_CHAT[0] ?? never();
  return { platform, group, id, kind, text, label, number: 1, at: 0, by: '王芳', reason: '', ...given };
}

function never(): never {
  throw new Error('the chat is empty');
}

describe('the overlay', () => {
  it('leaves shipped rules as they are when it says nothing', () => {
    const { tuning, ...rules } = tuned({});
    expect(rules).toEqual(SIMPLE_RULES);
    expect(tuning?.overlay).toEqual(anOverlay());
  });

  it('adds local rules', () => {
    expect(verdictsOf({}).get('m4')?.label).toBe('chitchat');
    const verdict = verdictsOf({ overlay: anOverlay({ rules: [aLocalRule()] }) }).get('m4');
    expect([verdict?.label, verdict?.reasons[0]?.id]).toEqual(['share', 'local.ad']);
  });

  it('mutes rules, also local ones', () => {
    expect(verdictsOf({ overlay: anOverlay({ muted: ['ask.please', 'ask.report'] }) }).get('m1')?.label).toBe('chitchat');
    expect(verdictsOf({ overlay: anOverlay({ rules: [aLocalRule()], muted: ['local.ad'] }) }).get('m4')?.label).toBe('chitchat');
  });

  it('gives rules other weights', () => {
    expect(verdictsOf({ overlay: anOverlay({ weights: { 'ask.please': -9 } }) }).get('m1')?.label).toBe('chitchat');
  });

  describe('that is saved', () => {
    const heavy = anOverlay({ muted: ['ask.please', 'ask.report'] });

    it('makes unsure what it would hide, and says why', () => {
      const verdict = verdictsOf({ overlay: heavy, version: '1' }).get('m1');
      expect(verdict).toMatchObject({ label: 'directive', keep: true, unsure: true });
      expect(verdict?.reasons[0]).toMatchObject({ id: 'guard.rules', weight: 0 });
    });

    it('hides the message that an admin has named', () => {
      const [first] = TOWN_CHAT;
      const confirmed = TOWN_CHAT.filter(({ id }) => id === 'm1').map(messageKey);
      expect(first?.id).toBe('m1');
      expect(verdictsOf({ overlay: { ...heavy, confirmed }, version: '2' }).get('m1')?.keep).toBe(false);
    });

    it('still drops what is no task', () => {
      const overlay = anOverlay({ rules: [aLocalRule()] });
      expect(verdictsOf({ overlay, version: '1' }).get('m4')).toMatchObject({ label: 'share', keep: false });
    });
  });

  it('lets the weight of a local rule count in full beside a model that takes a share of the shipped ones', () => {
    const [shipped] = SIMPLE_RULES.rules;
    const rules = tunedRules(
      { ...SIMPLE_RULES, model: aModel() },
      { overlay: anOverlay({ rules: [aLocalRule({ weight: 6 })] }), version: '1', corrections: [], model: null },
    ).rules;
    expect([rules[0]?.weight, rules.at(-1)?.weight]).toEqual([shipped?.weight, 15]);
  });

  it('names what the rule set is made of', () => {
    expect(tuned({ version: '3', corrections: [aCorrection('m1', 'ack', { number: 5 })] }).id).toBe('simple+r3+c5');
  });
});

describe('a correction', () => {
  it('holds for its message and its exact copies, and says so', () => {
    const verdicts = verdictsOf({ corrections: [aCorrection('m2', 'notice')] });
    expect([verdicts.get('m2')?.label, verdicts.get('m5')?.label, verdicts.get('m6')?.label]).toEqual(['notice', 'notice', 'chitchat']);
    expect([verdicts.get('m2')?.reasons[0]?.says, verdicts.get('m5')?.reasons[0]?.says]).toEqual([
      '王芳更正为这一类',
      '与王芳更正过的消息 m2 一字不差',
    ]);
    expect(verdicts.get('m5')).toMatchObject({ keep: true, unsure: false, confidence: 1 });
  });

  it('holds for copies whose text is the same when it is normal', () => {
    const chat = TOWN_CHAT.map((one) => (one.id === 'm5' ? { ...one, text: '哈哈今天的餃子不错\u200b' } : one));
    expect(verdictsOf({ corrections: [aCorrection('m2', 'notice')] }, chat).get('m5')?.label).toBe('notice');
  });

  it('holds for no other message without words', () => {
    const pictures = TOWN_CHAT.map((one) => ({ ...one, kind: 'image' as const, text: '' }));
    const verdicts = verdictsOf({ corrections: [aCorrection('m2', 'hazard', { kind: 'image', text: '' })] }, pictures);
    expect([...verdicts.values()].filter(({ label }) => label === 'hazard').map(({ id }) => id)).toEqual(['m2']);
  });

  it('is the last one that counts, and may be taken back', () => {
    const twice = [aCorrection('m2', 'notice'), aCorrection('m2', 'hazard', { number: 2 })];
    expect(verdictsOf({ corrections: twice }).get('m2')?.label).toBe('hazard');
    expect(verdictsOf({ corrections: [...twice, aCorrection('m2', null, { number: 3 })] }).get('m5')?.label).toBe('chitchat');
  });

  it('is not taken for the opening of a task that follows', () => {
    const opening = { ...(TOWN_CHAT[0] ?? never()), id: 'm0', text: '说个事', sentAt: (TOWN_CHAT[0]?.sentAt ?? 0) - 20_000 };
    expect(verdictsOf({}, [opening, ...TOWN_CHAT]).get('m0')?.label).toBe('part');
    const correction = aCorrection('m0', 'chitchat', { text: '说个事' });
    expect(verdictsOf({ corrections: [correction] }, [opening, ...TOWN_CHAT]).get('m0')?.label).toBe('chitchat');
    expect(PLEASE).toBe(TOWN_CHAT[0]?.text);
  });
});

function aModel(): NoiseModel {
  const steps = new Float64Array(LABEL_COUNT).fill(0.5);
  const set: NoiseWeights = {
    bias: new Float64Array(LABEL_COUNT),
    hashes: Int32Array.from([11, 22, 33]),
    weights: new Int8Array(3 * LABEL_COUNT).fill(1),
    gramRows: 2,
    gramSteps: steps,
    signalSteps: steps,
    temperature: 1,
  };
  return {
    id: 'base',
    chat: set,
    alone: { ...set, hashes: Int32Array.from([99, 22, 33]) },
    ruleShare: 0.4,
    guard: { must: 0.1, talk: 0.2, should: 0.1, alone: { must: 0.1, should: 0.1 } },
  };
}

describe('a local model', () => {
  const local = { number: 4, at: 0, by: '', reason: '', corrections: 1 };

  it('adds steps to known rows and rows for new features, n-grams first', () => {
    const model = withDeltas(aModel(), {
      ...local,
      base: 'base',
      grams: [
        [22, 0, 1.5],
        [99, 1, -1],
      ],
      signals: [
        [33, 2, 500],
        [44, 3, 0.5],
      ],
    });
    expect([model.id, [...model.chat.hashes], model.chat.gramRows]).toEqual(['base-m4', [11, 22, 99, 33, 44], 3]);
    const row = (at: number): readonly number[] => [...model.chat.weights.subarray(at * LABEL_COUNT, at * LABEL_COUNT + 5)];
    expect([0, 1, 2, 3, 4].map(row)).toEqual([
      [1, 1, 1, 1, 1],
      [4, 1, 1, 1, 1],
      [0, -2, 0, 0, 0],
      [1, 1, 127, 1, 1],
      [0, 0, 0, 1, 0],
    ]);
    expect([...aModel().chat.hashes]).toEqual([11, 22, 33]);
    expect([[...model.alone.hashes], model.alone.gramRows]).toEqual([[99, 22, 33, 44], 2]);
  });

  it('says nothing about another shipped model', () => {
    const model = aModel();
    expect(withDeltas(model, { ...local, base: 'older', grams: [[22, 0, 1.5]], signals: [] })).toBe(model);
  });
});
