import { expect, it } from 'vitest';
import { MOST_SIGNS, PLACES, signsOf } from '../../../../../src/reading/deadline/role/chance/signs.ts';

function signsIn(text: string, phrase: string): readonly number[] {
  const signs = new Int32Array(MOST_SIGNS);
  const start = text.indexOf(phrase);
  return [...signs.subarray(0, signsOf(text, start, start + phrase.length, signs))];
}

it('signs are places in the table of weights', () => {
  const signs = signsIn('请各村周五前把表报上来', '周五前');
  expect(signs.length).toBeGreaterThan(40);
  expect(signs.every((place) => place >= 0 && place < PLACES)).toBe(true);
});

it('another number is the same sign, another word is not', () => {
  expect(signsIn('请各村18日前把表报上来', '18日前')).toEqual(signsIn('请各村25日前把表报上来', '25日前'));
  expect(signsIn('请各村18日前把表报上来', '18日前')).not.toEqual(signsIn('请各村18日后把表报上来', '18日后'));
});

it('what stands before is not what stands after', () => {
  const before = signsIn('各村:报册明天下班', '明天');
  const after = signsIn('各村:明天报册下班', '明天');
  const common = before.filter((sign) => after.includes(sign));
  expect(common.length).toBeLessThan(before.length / 2);
});

it('what stands far away is no sign, but for the ends of the text', () => {
  const far = '今年的雨水好,坡上的苞谷长得比人还高,';
  expect(signsIn(`大家${far}山脚的路修到明天`, '明天')).toEqual(signsIn(`大家${far}${far}山脚的路修到明天`, '明天'));
});

it('no more signs are taken than there is room for', () => {
  const few = new Int32Array(7);
  expect(signsOf('请各村周五前把表报上来', 3, 6, few)).toBe(7);
});
