import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordPlaces } from '../../../src/reading/text/word-places.ts';

const LETTERS = fc.constantFrom('顾', '燕', '南', '渡', '村');
const WORD = fc.string({ unit: LETTERS, minLength: 1, maxLength: 4 });
const TEXT = fc.string({ unit: fc.oneof(LETTERS, fc.constantFrom(' ', '报', '\ud83d\ude00')), maxLength: 40 });

describe('wordPlaces', () => {
  it('blanks names with one space each', () => {
    expect(wordPlaces(['南渡村', '南渡', '顾燕']).blank('请南渡村顾燕到南渡')).toBe('请  到 ');
  });

  it('blanks as a pattern of all words would, the earlier of two first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(WORD, { minLength: 1, maxLength: 8 }), TEXT, (some, text) => {
        const words = [...some.filter((word) => word.length > 1), ...some.filter((word) => word.length === 1)];
        expect(wordPlaces(words).blank(text)).toBe(text.replaceAll(new RegExp(words.join('|'), 'gu'), ' '));
      }),
    );
  });

  it('finds every word that stands in a text', () => {
    fc.assert(
      fc.property(fc.uniqueArray(WORD, { maxLength: 8 }), TEXT, (words, text) => {
        const expected = words.flatMap((word, number) => (text.includes(word) ? [number] : []));
        expect([...wordPlaces(words).find(text)].toSorted((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
