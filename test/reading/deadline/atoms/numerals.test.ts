import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../../src/reading/deadline/atoms/numerals.ts';

describe('numerals', () => {
  it.each<[string, number | null]>([
    ['12', 12],
    ['十', 10],
    ['十二', 12],
    ['二十三', 23],
    ['廿三', 23],
    ['两', 2],
    ['一百二', 120],
    ['一百零二', 102],
    ['一百二十', 120],
    ['二〇二六', 2026],
    ['零', 0],
    ['甲', null],
  ])('%s is %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});
