import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loneMessage } from '../../../src/flow/training-examples.ts';
import { turnReader } from '../../../src/flow/turns.ts';
import { LABELS, MUST_KEEP, NOISE } from '../../../src/model/label.ts';
import { MESSAGE_KINDS } from '../../../src/model/message.ts';
import { NO_ROSTER, organisation } from '../../../src/model/organisation.ts';
import { chineseCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { circumstancesOf } from '../../../src/reading/noise/circumstances.ts';
import { chanceReader, noiseJudge } from '../../../src/reading/noise/judge.ts';
import { featureReader } from '../../../src/reading/noise/model/features.ts';
import { scorer } from '../../../src/reading/noise/model/scorer.ts';
import { SHIPPED_RULES } from '../../../src/reading/noise/rules/index.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';
import { LONGEST_READ } from '../../../src/reading/view.ts';
import { field, leader, office, type Said, viewOfSaid } from './kit.ts';
import { tinyModel } from './tiny.ts';

const model = tinyModel();
const judge = noiseJudge({ id: 'tiny', rules: SHIPPED_RULES, model });
const rulesAlone = noiseJudge({ id: 'rules', rules: SHIPPED_RULES });

const WORDS = [
  '收到',
  '各村',
  '17点前',
  '报表',
  '塌了',
  '辛苦',
  '[玫瑰]',
  '@所有人 ',
  '吗?',
  '\n',
  '1. ',
  '取消',
  '「甲:报表」\n- - - - -\n',
  '12345',
  '👍',
  'a',
  '　',
  '\u200b',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 20 }).map((words) => words.join('')),
);
const said: fc.Arbitrary<Said> = fc.record({
  who: fc.constantFrom('leader', 'office', 'field', 'outsider'),
  kind: fc.constantFrom(...MESSAGE_KINDS),
  text,
  before: fc.array(fc.record({ who: fc.constantFrom('leader', 'field'), label: fc.constantFrom(...LABELS) }), { maxLength: 4 }),
});

describe('the weights', () => {
  it('are others for what stands alone than for a chat', () => {
    const praise = LABELS.indexOf('flattery');
    const praising = { ...model.alone, bias: model.alone.bias.map((bias, label) => (label === praise ? 100 : bias)) };
    const judgeBoth = noiseJudge({ id: 'both', rules: SHIPPED_RULES, model: { ...model, alone: praising } });
    const [lone] = turnReader(organisation(NO_ROSTER), chineseCalendar(), judgeBoth).take(loneMessage('m1', '闸口的围栏塌了')).judged;
    expect(lone?.verdict.label).toBe('flattery');
    expect(judgeBoth(viewOfSaid(field('闸口的围栏塌了'))).label).toBe('hazard');
  });
});

describe('a verdict', () => {
  it('keeps what is not noise, and is kept where it is unsure', () => {
    fc.assert(
      fc.property(said, (one) => {
        for (const verdict of [judge(viewOfSaid(one)), rulesAlone(viewOfSaid(one))]) {
          expect(verdict.keep).toBe(!NOISE.has(verdict.label));
          if (verdict.unsure) expect(verdict.keep).toBe(true);
          expect(verdict.confidence).toBeGreaterThanOrEqual(0);
          expect(verdict.confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('never drops what may well be a directive, a danger or a demand, and says anything', () => {
    const chancesFor = chanceReader(model, SHIPPED_RULES);
    const spoken = said.filter(({ kind, text }) => kind !== 'system' && kind !== 'recall' && normalise(text).text.trim() !== '');
    fc.assert(
      fc.property(spoken, (one) => {
        const chances = chancesFor(viewOfSaid(one)).slice();
        const must = LABELS.reduce((sum, label, place) => sum + (MUST_KEEP.has(label) ? (chances[place] ?? 0) : 0), 0);
        if (must > model.guard.must) expect(judge(viewOfSaid(one)).keep).toBe(true);
      }),
    );
  });

  it('is the same for the same message, whatever was judged in between', () => {
    fc.assert(
      fc.property(said, said, (one, other) => {
        const first = judge(viewOfSaid(one));
        judge(viewOfSaid(other));
        expect(judge(viewOfSaid(one))).toEqual(first);
      }),
    );
  });

  it('tells reasons whose weights sum to the score of its label', () => {
    const read = featureReader(SHIPPED_RULES);
    const { score } = scorer(model.chat, model.ruleShare, SHIPPED_RULES);
    fc.assert(
      fc.property(said, (one) => {
        const { reasons, label } = judge(viewOfSaid(one));
        const sum = reasons.reduce((total, { weight }) => total + weight, 0);
        expect(sum).toBeCloseTo(score(read(viewOfSaid(one)))[LABELS.indexOf(label)] ?? 0, 2);
      }),
    );
  });

  it('tells the strongest reason first, in words, with its place in the text as it was sent', () => {
    const { label, reasons } = judge(viewOfSaid(office('请各村 明天１７点前报机井台账')));
    expect(label).toBe('directive');
    expect(reasons.at(-1)?.id).toBe('model.rest');
    const told = reasons.slice(0, -1).map(({ weight }) => Math.abs(weight));
    expect(told).toEqual(told.toSorted((a, b) => b - a));
    for (const { says, span } of reasons) {
      expect(says).toMatch(/\p{Script=Han}/u);
      if (span !== undefined) expect(span[0]).toBeLessThan(span[1]);
    }
  });

  it('says so where it is kept against the likeliest label', () => {
    const careful = noiseJudge({
      id: 'careful',
      rules: SHIPPED_RULES,
      model: { ...model, guard: { must: 0, talk: 0, should: 0, alone: { must: 0, should: 0 } } },
    });
    const verdict = careful(viewOfSaid(field('镇长辛苦了[玫瑰]')));
    expect(verdict).toMatchObject({ keep: true, unsure: true });
    expect(verdict.reasons[0]).toMatchObject({ id: 'guard.must', weight: 0 });
    expect(verdict.reasons[0]?.says).toContain('留下请看一眼');
  });
});

describe('time', () => {
  const HOSTILE = ['收到', '(', '已', '各村', ' ', '1', '还有', '不', '请', '@', '[', '「', '会', '好,', 'a1'];

  it.each(HOSTILE)('grows no faster than the text, for a text of nothing but "%s"', (unit) => {
    const short = unit.repeat(1000 / unit.length);
    const long = unit.repeat(2000 / unit.length);
    const taken = (one: string): number => {
      const view = viewOfSaid(leader(one));
      let least = Number.POSITIVE_INFINITY;
      for (let turn = 0; turn < 5; turn++) {
        const started = performance.now();
        judge(view);
        judge(viewOfSaid(leader('在')));
        least = Math.min(least, performance.now() - started);
      }
      return least;
    };
    taken(short);
    expect(taken(long)).toBeLessThan(Math.max(30, taken(short) * 6));
  });
});

describe('what has nothing to be read', () => {
  const keen = { ...model, chat: { ...model.chat, bias: model.chat.bias.map((bias, label) => (LABELS[label] === 'opaque' ? 100 : bias)) } };
  const judgeKeen = noiseJudge({ id: 'keen', rules: SHIPPED_RULES, model: keen });

  it.each<readonly [kind: 'system' | 'recall' | 'text' | 'chain']>([['system'], ['recall'], ['text'], ['chain']])(
    'is no item: %s',
    (kind) => {
      expect(judgeKeen(viewOfSaid(leader('', { kind })))).toMatchObject({ label: 'system', keep: false });
    },
  );

  it.each<readonly [kind: 'image' | 'voice' | 'file']>([['image'], ['voice'], ['file']])('is one where it may be looked at: %s', (kind) => {
    expect(judgeKeen(viewOfSaid(leader('', { kind }))).keep).toBe(true);
  });
});

it('a flood of whatever letters is read at once, and of whom tasks may come it is unsure', () => {
  for (const letters of ['的话', '把表', '3点', '前报', '12月', '每天', '一', '5']) {
    const verdict = judge(viewOfSaid(leader(letters.repeat(100_000))));
    expect(typeof verdict.label).toBe('string');
  }
  expect(circumstancesOf(viewOfSaid(leader('好'.repeat(LONGEST_READ + 1)))).unreadable).toBe(true);
  expect(circumstancesOf(viewOfSaid(field('好'.repeat(LONGEST_READ + 1)))).unreadable).toBe(false);
});
