import { describe, expect, it } from 'vitest';
import { chanceByTrees } from '../../../src/model/trees.ts';
import { type BoostSettings, boost } from './boost.ts';

const SETTINGS: BoostSettings = { trees: 60, rate: 0.2, leaves: 4, leafSize: 5, ridge: 1, signShare: 1, sampleShare: 0.8 };
const SIGNS = ['one', 'other', 'idle'];

/** Good where just one of two signs is high: no sum of weights tells that. */
const EITHER = Array.from({ length: 400 }, (_, index) => {
  const [one, other, idle] = [(index % 20) / 20, Math.floor(index / 20) / 20, ((index * 7) % 11) / 11];
  return { values: Float64Array.of(one, other, idle), good: one > 0.5 !== other > 0.5 };
});

describe('boosted trees', () => {
  it('learn what signs say only together', () => {
    const trees = boost(SIGNS, EITHER, SETTINGS);
    const right = EITHER.filter(({ values, good }) => chanceByTrees(trees, values) > 0.5 === good);
    expect(right.length).toBeGreaterThan(380);
  });

  it('say how many are good where no sign tells them apart', () => {
    const same = Array.from({ length: 100 }, (_, index) => ({ values: Float64Array.of(1, 1, 1), good: index < 20 }));
    expect(chanceByTrees(boost(SIGNS, same, SETTINGS), Float64Array.of(1, 1, 1))).toBeCloseTo(0.2, 1);
  });

  it('have no leaf of fewer samples than they may', () => {
    const odd = [...Array.from({ length: 50 }, () => ({ values: Float64Array.of(0, 0, 0), good: false })), lone(), lone(), lone()];
    const trees = boost(SIGNS, odd, { ...SETTINGS, leafSize: 5, sampleShare: 1 });
    expect(trees.sign.every((sign) => sign === -1)).toBe(true);
  });

  it('are the same from the same', () => {
    expect(boost(SIGNS, EITHER, SETTINGS)).toEqual(boost(SIGNS, EITHER, SETTINGS));
  });
});

function lone() {
  return { values: Float64Array.of(1, 1, 1), good: true };
}
