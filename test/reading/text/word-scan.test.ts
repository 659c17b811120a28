import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordScanner } from '../../../src/reading/text/word-scan.ts';

function countByHand(text: string, words: readonly string[]): number {
  return words.reduce(
    (sum, word) => sum + Array.from({ length: text.length }, (_, at) => text.startsWith(word, at)).filter(Boolean).length,
    0,
  );
}

describe('word scanning', () => {
  it('counts words that overlap and words inside words', () => {
    expect([...wordScanner([['报', '报送', '送'], ['报送表']]).scan('报送表')]).toEqual([3, 1]);
  });

  it('counts as one would by hand', () => {
    const text = fc.array(fc.constantFrom('报', '送', '表', '村', 'x'), { maxLength: 30 }).map((characters) => characters.join(''));
    const words = fc.uniqueArray(
      fc.array(fc.constantFrom('报', '送', '表', '村'), { minLength: 1, maxLength: 4 }).map((characters) => characters.join('')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(text, words, words, (one, first, second) => {
        expect([...wordScanner([first, second]).scan(one)]).toEqual([countByHand(one, first), countByHand(one, second)]);
      }),
    );
  });

  it('writes into the counts that it is handed', () => {
    const counts = Uint16Array.from([9, 9]);
    expect(wordScanner([['报'], ['送']]).scan('报', counts)).toBe(counts);
    expect([...counts]).toEqual([1, 0]);
  });

  it('finds nothing where there is nothing to find', () => {
    expect([...wordScanner([[]]).scan('报送')]).toEqual([0]);
    expect([...wordScanner([['报']]).scan('')]).toEqual([0]);
  });
});
