import { describe, expect, it } from 'vitest';
import { chanceByTrees, type Trees } from '../../src/model/trees.ts';

/** Two trees: one asks for the first sign and, with more of it, for the second; the other says one thing always. */
const TREES: Trees = {
  signs: ['shared', 'hours'],
  bias: -1,
  roots: [0, 5],
  sign: [0, -1, 1, -1, -1, -1],
  value: [0.5, -2, 24, 3, 0.5, 0.25],
  above: [2, -1, 4, -1, -1, -1],
};

describe('the chance by trees', () => {
  it.each<readonly [values: readonly [number, number], logOdds: number]>([
    [[0.5, 0], -2.75],
    [[0.6, 24], 2.25],
    [[0.6, 24.1], -0.25],
  ])('of %j adds up what the leaves say', (values, logOdds) => {
    expect(chanceByTrees(TREES, Float64Array.from(values))).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 12);
  });
});
