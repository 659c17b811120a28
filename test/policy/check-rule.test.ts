import { describe, expect, it } from 'vitest';
import type { LocalRule } from '../../src/model/tuning.ts';
import { checkRule, type TextForms } from '../../src/policy/check-rule.ts';
import { aLocalRule } from '../kit/tuning-builders.ts';

const asIs = (text: string): TextForms => ({ own: text, bare: text });

function codesOf(given: Partial<LocalRule>, recent: readonly string[] = []): readonly string[] {
  return checkRule(aLocalRule(given), { recent: recent.map(asIs), formsOf: asIs }).map(({ code }) => code.replace('rules.refused.', ''));
}

describe('a local rule', () => {
  it('may be saved when all is well', () => {
    expect(codesOf({})).toEqual([]);
  });

  it.each<readonly [wrong: Partial<LocalRule>, codes: readonly string[]]>([
    [{ id: 'ask.deadline' }, ['id']],
    [{ id: 'local.' }, ['id']],
    [{ id: 'local.Ad' }, ['id']],
    [{ id: `local.${'a'.repeat(60)}` }, ['id']],
    [{ weight: 0 }, ['weight']],
    [{ weight: 13 }, ['weight']],
    [{ weight: -13 }, ['weight']],
    [{ weight: Number.NaN }, ['weight']],
    [{ says: ' ' }, ['says']],
    [{ says: '话'.repeat(61) }, ['says']],
    [{ hits: [] }, ['no-examples']],
    [{ misses: [] }, ['no-examples']],
    [{ misses: ['长'.repeat(501)] }, ['example-length']],
    [{ misses: Array.from({ length: 21 }, () => '抱团') }, ['example-length']],
    [{ hits: ['今天拼团草莓', '今天团购草莓'] }, ['hits']],
    [{ misses: ['拼团的人'] }, ['misses']],
    [{ needs: ['草莓'], hits: ['拼团樱桃'] }, ['hits']],
    [{ id: 'x', weight: 99, pattern: '(a+)+' }, ['id', 'weight', 'pattern-nested']],
  ])('%j is refused: %j', (wrong, codes) => {
    expect(codesOf(wrong)).toEqual(codes);
  });

  it('tells which example is wrong', () => {
    const [refused] = checkRule(aLocalRule({ misses: ['拼团的人'] }), { recent: [], formsOf: asIs });
    expect(refused?.facts).toEqual({ text: '拼团的人' });
  });

  it('looks at the bare words where it says so', () => {
    const formsOf = (text: string): TextForms => ({ own: text, bare: text.replace('@林芳 ', '') });
    const rule = { pattern: '^拼团', hits: ['@林芳 拼团'] };
    expect(checkRule(aLocalRule({ ...rule, on: 'bare' }), { recent: [], formsOf })).toEqual([]);
    expect(checkRule(aLocalRule({ ...rule, on: 'own' }), { recent: [], formsOf }).map(({ code }) => code)).toEqual(['rules.refused.hits']);
  });
});

describe('a rule that shadows everything', () => {
  const most = Array.from({ length: 100 }, (_, index) => (index < 61 ? `拼团${index}` : `早${index}`));

  it('is refused by what the last days hold', () => {
    const [refused] = checkRule(aLocalRule(), { recent: most.map(asIs), formsOf: asIs });
    expect(refused).toEqual({ code: 'rules.refused.shadows', facts: { percent: 61, most: 60 } });
    expect(codesOf({}, [...most.slice(1), '早'])).toEqual([]);
  });

  it('is refused by a fixed sample where the last days hold little', () => {
    const greedy = { pattern: '[^@]', hits: ['话'], misses: ['@'] };
    expect(codesOf(greedy, [])).toEqual(['shadows']);
    expect(codesOf({}, most.slice(0, 40))).toEqual([]);
  });
});
