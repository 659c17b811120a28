import { describe, expect, it } from 'vitest';
import { matchesOf } from '../../../src/reading/text/matches.ts';

describe('matchesOf', () => {
  it.each(['12户3人', '3', '没有数字', ''])('finds in “%s” what matchAll finds, at each call anew', (text) => {
    const pattern = /(?<figure>\d+)[户人]?/gu;
    const expected = [...text.matchAll(pattern)].map((match) => [match[0], match.index, match.groups?.['figure']]);
    for (let call = 0; call < 2; call++) {
      expect(matchesOf(pattern, text).map((match) => [match[0], match.index, match.groups?.['figure']])).toEqual(expected);
    }
  });
});
