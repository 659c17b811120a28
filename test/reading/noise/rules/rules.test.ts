import { describe, expect, it } from 'vitest';
import { LABELS } from '../../../../src/model/label.ts';
import { SHIPPED_RULES } from '../../../../src/reading/noise/rules/index.ts';
import { LEXICAL_RULES, lexicalRules } from '../../../../src/reading/noise/rules/lexical.ts';
import { field, office, viewOfSaid } from '../kit.ts';
import { EXAMPLES } from './examples.ts';

const lexicalIds = new Set(LEXICAL_RULES.map(({ id }) => id));
const structural = SHIPPED_RULES.filter(({ id }) => !lexicalIds.has(id));

describe('all rules', () => {
  it('have ids of their own, known labels, a weight and a sentence', () => {
    expect(new Set(SHIPPED_RULES.map(({ id }) => id)).size).toBe(SHIPPED_RULES.length);
    for (const { id, label, weight, says } of SHIPPED_RULES) {
      expect(LABELS, id).toContain(label);
      expect(Math.abs(weight), id).toBeGreaterThan(0);
      expect(says, id).toMatch(/^[^a-zA-Z]*\p{Script=Han}/u);
    }
  });
});

describe('rules on the text', () => {
  it.each(LEXICAL_RULES.map((rule) => [rule.id, rule] as const))('%s hits and misses its examples', (_, rule) => {
    const [compiled] = lexicalRules([rule]);
    expect(rule.hits.length).toBeGreaterThan(1);
    expect(rule.misses.length).toBeGreaterThan(1);
    for (const text of rule.hits) expect(compiled?.hits(viewOfSaid(office(text))), text).not.toBe(false);
    for (const text of rule.misses) expect(compiled?.hits(viewOfSaid(office(text))), text).toBe(false);
  });

  it('tell the place that they matched, in the text as it was sent', () => {
    const [rule] = lexicalRules(LEXICAL_RULES.filter(({ id }) => id === 'chat.laugh'));
    expect(rule?.hits(viewOfSaid(field('又忘了 哈哈')))).toEqual([4, 6]);
  });

  it('need only words without which the pattern cannot match', () => {
    const gated = lexicalRules(LEXICAL_RULES);
    const free = lexicalRules(LEXICAL_RULES.map(({ needs: _, ...rule }) => rule));
    const texts = LEXICAL_RULES.flatMap(({ hits, misses }) => [...hits, ...misses]);
    for (const text of texts) {
      const view = viewOfSaid(field(text));
      expect(gated.map((rule) => rule.hits(view) !== false)).toEqual(free.map((rule) => rule.hits(view) !== false));
    }
  });
});

describe('rules on more than the text', () => {
  it('all have examples', () => {
    expect(structural.map(({ id }) => id).toSorted()).toEqual(Object.keys(EXAMPLES).toSorted());
  });

  it.each(structural.map((rule) => [rule.id, rule] as const))('%s hits and misses its examples', (id, rule) => {
    for (const said of EXAMPLES[id]?.hits ?? []) expect(rule.hits(viewOfSaid(said)), said.text).not.toBe(false);
    for (const said of EXAMPLES[id]?.misses ?? []) expect(rule.hits(viewOfSaid(said)), said.text).toBe(false);
  });
});
