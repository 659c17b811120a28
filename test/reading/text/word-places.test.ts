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

  it('marks what it would blank, and no word that reaches into what is marked already', () => {
    const marked = (text: string, from: number, to: number): string => {
      const marks = new Uint8Array(text.length).fill(1, from, to);
      wordPlaces(['南渡村', '南渡', '顾燕']).mark(text, marks);
      return marks.join('');
    };
    expect(marked('请南渡村顾燕到南渡', 0, 0)).toBe('011111011');
    expect(marked('请南渡村顾燕到南渡', 3, 5)).toBe('011110011');
  });

  it('marks the very characters that it would blank', () => {
    fc.assert(
      fc.property(fc.uniqueArray(WORD, { minLength: 1, maxLength: 8 }), TEXT, (words, text) => {
        const places = wordPlaces(words);
        const marks = new Uint8Array(text.length);
        places.mark(text, marks);
        const left = (blanked: string) => blanked.replaceAll(' ', '');
        expect(
          Array.from({ length: text.length }, (_, at) => (marks[at] === 1 ? ' ' : text[at]))
            .join('')
            .replaceAll(' ', ''),
        ).toBe(left(places.blank(text)));
      }),
    );
  });

  it('counts what it would blank, and knows where each ends', () => {
    fc.assert(
      fc.property(fc.uniqueArray(WORD, { minLength: 1, maxLength: 8 }), TEXT, (some, text) => {
        const words = [...some.filter((word) => word.length > 1), ...some.filter((word) => word.length === 1)];
        const places = wordPlaces(words);
        const found = text.match(new RegExp(words.join('|'), 'gu')) ?? [];
        expect(places.count(text)).toBe(found.length);
        expect(places.has(text)).toBe(found.length > 0);
        const first = text.search(new RegExp(words.join('|'), 'u'));
        if (first >= 0) expect(places.endAt(text, first)).toBe(first + (found[0]?.length ?? 0));
      }),
    );
    expect(wordPlaces(['南渡']).endAt('请南渡', 0)).toBe(0);
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
