import { describe, expect, it } from 'vitest';
import { CHANGE_KINDS, type ChangeModel } from '../../../src/model/change-model.ts';
import type { ChangeKind } from '../../../src/model/reading.ts';
import { chanceOfChange, likeliestChange, SHIPPED_CHANGES } from '../../../src/reading/directive/change-chances.ts';

/** One word speaks for each kind, more or less firmly; in the order of the kinds. */
const MODEL: ChangeModel = {
  bias: [0, 0, 0, 0, 0, 0],
  weights: {
    缓: [1, 0, 0, 0, 0, 0],
    歇: [0, 2, 0, 0, 0, 0],
    齐: [0, 0, 0, 0, 0.3, 0],
    清: [0, 0, 0, 0, 2, 0],
    '#reply true': [0, 0, 0, 4, 0, 0],
  },
};

function kind(runs: readonly string[], byRules: ChangeKind, mayBe: (one: ChangeKind) => boolean = () => true): ChangeKind {
  return likeliestChange({ runs, facts: [] }, byRules, mayBe, MODEL);
}

describe('what an update does', () => {
  it('is learned from its words, whatever the rules make of them', () => {
    expect(kind(['缓'], 'remind')).toBe('deadline');
    expect(kind(['歇'], 'remind')).toBe('cancel');
  });

  it('is what the rules say, where no word is known', () => {
    expect(kind(['桥'], 'amend')).toBe('amend');
  });

  it('is no end and no cancellation that is only likely, unless the rules say so too', () => {
    expect(kind(['齐'], 'remind')).toBe('remind');
    expect(kind(['齐'], 'done')).toBe('done');
    expect(kind(['清'], 'remind')).toBe('done');
  });

  it('is never what it can not be', () => {
    expect(kind(['缓'], 'remind', (one) => one !== 'deadline')).toBe('remind');
  });

  it('is told by what is known of it beside the words, too', () => {
    expect(likeliestChange({ runs: ['缓'], facts: ['#reply true'] }, 'remind', () => true, MODEL)).not.toBe('deadline');
  });

  it('is told by no word that only the machine knows', () => {
    const none = chanceOfChange({ runs: [], facts: [] }, 'remind', 'cancel', MODEL);
    expect(chanceOfChange({ runs: ['constructor'], facts: ['toString'] }, 'remind', 'cancel', MODEL)).toBe(none);
  });

  it('is told by the model that is asked, also right after another', () => {
    const signs = { runs: ['歇'], facts: [] };
    const mute: ChangeModel = { ...MODEL, weights: {} };
    expect(chanceOfChange(signs, 'remind', 'cancel', MODEL)).toBeGreaterThan(chanceOfChange(signs, 'remind', 'cancel', mute));
  });

  it('has a chance for each kind', () => {
    expect(chanceOfChange({ runs: ['歇'], facts: [] }, 'remind', 'cancel', MODEL)).toBeGreaterThan(0.9);
    expect(chanceOfChange({ runs: ['桥'], facts: [] }, 'remind', 'cancel', MODEL)).toBeLessThan(0.2);
  });
});

describe('the shipped model', () => {
  it('has a weight for each kind in every row', () => {
    const { bias, weights } = SHIPPED_CHANGES;
    expect([bias, ...Object.values(weights)].every((row) => row.length === CHANGE_KINDS.length)).toBe(true);
    expect(Object.keys(weights).length).toBeGreaterThan(1000);
  });
});
