import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearnessAmong, type WordVectors } from '../../src/model/word-vectors.ts';

function bytes(...values: readonly number[]): string {
  return Buffer.from(Int8Array.from(values).buffer).toString('base64');
}

/** The stage goes with the show, the drains with the flood. */
const VECTORS: WordVectors = {
  size: 2,
  unit: 0.1,
  words: ['演出', '搭台', '涨水', '清淤'],
  said: bytes(100, 0, 0, 0, 0, 100, 0, 0),
  known: bytes(0, 0, 100, -20, 0, 0, -20, 100),
};
const STAGE = new Set(['搭台', '村里']);
const DRAINS = new Set(['清淤']);

function near(said: readonly string[], known: readonly ReadonlySet<string>[]) {
  return nearnessAmong(VECTORS, said, known).map(({ nearness, nearer, ahead }) =>
    [nearness, nearer, ahead].map((value) => Math.round(value)),
  );
}

describe('how near what is said lies to what is known', () => {
  it('is told by words that go together, of each before and behind the others', () => {
    // 100 * 100 * 0.01 over the root of (1 + 1) * (1 + 1).
    expect(near(['演出', '室内'], [STAGE, DRAINS])).toEqual([
      [50, 0, 60],
      [-10, 1, -60],
    ]);
    expect(near(['涨水'], [STAGE, DRAINS]).map(([, nearer]) => nearer)).toEqual([1, 0]);
  });

  it('is nothing where no word is known, or there are no vectors', () => {
    expect(near(['会议'], [STAGE])).toEqual([[0, 0, 0]]);
    expect(nearnessAmong(undefined, ['演出'], [STAGE])).toEqual([{ nearness: 0, nearer: 0, ahead: 0 }]);
    expect(nearnessAmong(VECTORS, ['演出'], [])).toEqual([]);
  });

  it('does not depend on the order of the words', () => {
    const words = fc.uniqueArray(fc.constantFrom(...VECTORS.words, '村里', '会议'));
    const both = words.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(both, both, ([said, saidAgain], [known, knownAgain]) => {
        expect(nearnessAmong(VECTORS, saidAgain, [new Set(knownAgain), STAGE])).toEqual(
          nearnessAmong(VECTORS, said, [new Set(known), STAGE]),
        );
      }),
    );
  });
});
