import { expect, test } from 'vitest';
import { inCommonSpeech } from '../../../src/reading/text/dialect.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';

test.each([
  ['纸质表唔使收啦,收咗嘅先放住', '纸质表不用收啦,收了的先放住'],
  ['嗰份回执勿要交了', '那份回执不要交了'],
  ['请勿用明火', '请勿用明火'],
  ['样品先莫送咯', '样品先别送了'],
  ['莫校长,明天嘞班不上咯,大家晓得就行嘞', '莫校长,明天的班不上了,大家晓得就行嘞'],
  ['表交了没', '表交了没'],
])('%s is read as %s', (text, common) => {
  expect(inCommonSpeech(text)).toBe(common);
});

test('every word stands where it stood, in traditional script too', () => {
  const original = '呢張表唔係我哋交嘅';
  const { text, offsets } = normalise(original);
  expect(text).toBe('这张表不是我们交的');
  expect(offsets).toBeNull();
  expect(text).toHaveLength(original.length);
});
