import { describe, expect, it } from 'vitest';
import { LABELS, type Label } from '../../../../src/model/label.ts';
import { chanceReader } from '../../../../src/reading/noise/judge.ts';
import { encodeModel } from '../../../../src/reading/noise/model/file.ts';
import { SHIPPED_RULES } from '../../../../src/reading/noise/rules/index.ts';
import { fitTemperature, reliability, tempered } from '../../../../src/reading/noise/train/calibrate.ts';
import { decidedBy, fitGuard } from '../../../../src/reading/noise/train/guard.ts';
import type { HeldOut } from '../../../../src/reading/noise/train/held-out.ts';
import { trainModel, trainWeights, untuned } from '../../../../src/reading/noise/train/index.ts';
import { measuresOf, together } from '../../../../src/reading/noise/train/measures.ts';
import { NO_PART, packed, seenWithout } from '../../../../src/reading/noise/train/packed.ts';
import { vocabularyOf } from '../../../../src/reading/noise/train/vocabulary.ts';
import { field, leader, office, PLAIN, viewOfSaid } from '../kit.ts';
import { tinyExamples, tinyModel } from '../tiny.ts';

function heldOut(label: Label, chances: Partial<Record<Label, number>>): HeldOut {
  const all = Float64Array.from(LABELS, (one) => chances[one] ?? 0);
  return {
    label,
    chances: all,
    circumstances: PLAIN,
    opensTask: false,
    opensBurst: false,
    attached: false,
  };
}

describe('training', () => {
  it('gives the same bytes again', () => {
    expect(encodeModel(tinyModel())).toEqual(encodeModel(tinyModel()));
  });

  it('learns the same without a part as from examples that never had it', () => {
    const examples = tinyExamples();
    const parts = examples.map((_, place) => (place % 3 === 0 ? 4 : NO_PART));
    const all = packed(examples, parts);
    const others = examples.filter((_, place) => parts[place] === NO_PART);
    const whole = trainModel({ chat: examples, alone: examples }, 'one');
    const sets = { chat: all, alone: all };
    const without = untuned({ chat: trainWeights(sets, 'chat', [4]), alone: trainWeights(sets, 'alone', [4]) }, 'one');
    expect(encodeModel(without)).toEqual(encodeModel(trainModel({ chat: others, alone: others }, 'one')));
    expect(encodeModel(without)).not.toEqual(encodeModel(whole));
  });

  it('learns what it was shown, and something of what it was not', () => {
    const chancesFor = chanceReader(tinyModel(), SHIPPED_RULES);
    const likeliest = (said: Parameters<typeof viewOfSaid>[0]): string | undefined => {
      const chances = chancesFor(viewOfSaid(said));
      return LABELS[chances.indexOf(Math.max(...chances))];
    };
    expect(likeliest(office('请各村周五前报冬灌台账'))).toBe('directive');
    expect(likeliest(field('收到领导'))).toBe('ack');
    expect(likeliest(field('渠边围栏也塌了'))).toBe('hazard');
    expect(likeliest(leader('', { kind: 'voice' }))).toBe('opaque');
  });

  it('leaves out what only one or two messages have, and teaches a flood of one text once', () => {
    const examples = tinyExamples();
    const flood = Array.from({ length: 9 }, () => ({ ...(examples[0] as (typeof examples)[number]), text: 'same' }));
    const gramRows = (list: typeof examples, ...unseen: readonly number[]): number => {
      const all = packed(
        list,
        list.map((_, place) => place % 2),
      );
      return vocabularyOf(all, seenWithout(all, unseen)).gramRows;
    };
    expect(gramRows(examples.slice(0, 2))).toBe(0);
    expect(gramRows(flood)).toBe(0);
    expect(gramRows(examples)).toBeGreaterThan(10);
    expect(gramRows(examples, 0, 1)).toBe(0);
  });
});

describe('temperature', () => {
  it('flattens chances that were too sure', () => {
    const tooSure = [...Array<number>(7).keys()].map((index) => heldOut(index < 5 ? 'ack' : 'report', { ack: 0.99, report: 0.01 }));
    const temperature = fitTemperature(tooSure);
    expect(temperature).toBeGreaterThan(1.5);
    expect(tempered(tooSure[0]?.chances ?? new Float64Array(), temperature)[LABELS.indexOf('ack')]).toBeLessThan(0.99);
  });

  it('is told in a table of how often a confidence was right', () => {
    const bins = reliability([
      { confidence: 0.96, right: true },
      { confidence: 0.96, right: false },
      { confidence: 1, right: true },
    ]);
    expect(bins.find(({ from }) => from === 0.95)).toMatchObject({ count: 2, said: 0.96, was: 0.5 });
    expect(bins.at(-1)).toMatchObject({ count: 1, was: 1 });
  });
});

describe('the guard', () => {
  it('is set where directives that look like noise are still kept', () => {
    const hidden = Array.from({ length: 20 }, () => heldOut('directive', { chitchat: 0.87, directive: 0.13 }));
    const noise = Array.from({ length: 400 }, () => heldOut('chitchat', { chitchat: 0.99, directive: 0.01 }));
    const guard = fitGuard([...hidden, ...noise], []);
    const measures = measuresOf(decidedBy([...hidden, ...noise], guard));
    expect(measures.directives).toEqual({ good: 20, total: 20 });
    expect(measures.noise).toEqual({ good: 400, total: 400 });
  });

  it('is set for words without a chat on such words', () => {
    const alone = (label: Label, chances: Partial<Record<Label, number>>) => {
      const one = heldOut(label, chances);
      return { ...one, circumstances: { ...one.circumstances, alone: true } };
    };
    const asks = Array.from({ length: 20 }, () => alone('directive', { chitchat: 0.6, directive: 0.4 }));
    const talk = Array.from({ length: 400 }, () => alone('chitchat', { chitchat: 0.75, directive: 0.25 }));
    const guard = fitGuard([heldOut('directive', { chitchat: 0.9, directive: 0.1 })], [...asks, ...talk]);
    expect(guard.must).toBeLessThan(0.1);
    const measures = measuresOf(decidedBy([...asks, ...talk], guard));
    expect(measures.directives.good).toBe(20);
    expect(measures.noise.good).toBe(400);
  });

  it('hangs on counts alone: messages may be counted in parts, and in any order', () => {
    // Chances from one end to the other: some verdicts hang on a threshold, some on none.
    const all = Array.from({ length: 300 }, (_, index) => {
      const directive = ((index * 37) % 100) / 100;
      const one = heldOut(index % 7 === 0 ? 'directive' : 'chitchat', {
        directive,
        notice: (1 - directive) / 8,
        chitchat: (1 - directive) * 0.875,
      });
      return { ...one, opensTask: index % 11 === 0, circumstances: { ...one.circumstances, followsTask: index % 5 === 0 } };
    });
    const guard = { must: 0.12, talk: 0.25, should: 0.08, alone: { must: 0.12, should: 0.08 } };
    const decided = decidedBy(all, guard);
    expect(together(measuresOf(decided.slice(0, 99)), measuresOf(decided.slice(99)))).toEqual(measuresOf(decided));
    expect(fitGuard(all, all)).toEqual(fitGuard(all.toReversed(), all.toReversed()));
  });

  it('counts an attachment that its turn will join', () => {
    const link = { ...heldOut('part', { share: 0.9 }), attached: true };
    const guard = { must: 0.1, talk: 0.1, should: 0.1, alone: { must: 0.1, should: 0.1 } };
    expect(decidedBy([link], guard)[0]).toMatchObject({ label: 'part', keep: true });
    expect(decidedBy([{ ...link, attached: false }], guard)[0]).toMatchObject({ label: 'share', keep: false });
  });

  it('counts an opening line that its turn will join', () => {
    const opening = { ...heldOut('part', { chitchat: 0.9 }), opensTask: true };
    expect(decidedBy([opening], { must: 0.1, talk: 0.1, should: 0.1, alone: { must: 0.1, should: 0.1 } })[0]).toMatchObject({
      label: 'part',
      keep: true,
    });
  });
});
