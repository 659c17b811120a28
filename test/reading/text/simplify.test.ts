import { Converter } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { simplifiedCode } from '../../../src/reading/text/simplify.ts';

const FIRST = 0x4e00;
const LAST = 0x9fff;

describe('simplified script', () => {
  it('is what the library makes of each character alone', () => {
    const convert = Converter({ from: 't', to: 'cn' });
    const characters = Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCharCode(FIRST + index));
    const converted = convert(characters.join('\n')).split('\n');
    const expected = characters.map((character, index) => (converted[index]?.length === 1 ? converted[index] : character));
    expect(characters.map((character) => String.fromCharCode(simplifiedCode(character.charCodeAt(0))))).toEqual(expected);
  });

  it('leaves what lies outside the basic block as it is', () => {
    expect(['a', '㐀', '。', '가'].map((character) => simplifiedCode(character.charCodeAt(0)))).toEqual([0x61, 0x3400, 0x3002, 0xac00]);
  });
});
