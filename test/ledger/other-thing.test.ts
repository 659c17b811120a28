import { expect, it } from 'vitest';
import { asksForOtherThing, differInThing } from '../../src/ledger/other-thing.ts';
import { evidence } from '../kit/digest-builders.ts';

const FRAME = ['请各村明天下班前报', ''] as const;

it.each([
  ['孤儿名单', '烈属名单'],
  ['渡船照片', '渡口照片'],
  ['60岁以上老人名单', '90岁以上老人名单'],
  ['3月份报表', '4月份报表'],
  ['化肥台账', '农药台账'],
])('one sentence with another thing in it asks for another: %s, %s', (a, b) => {
  expect(differInThing(FRAME[0] + a, FRAME[0] + b)).toBe(true);
  expect(differInThing(FRAME[0] + b, FRAME[0] + a)).toBe(true);
});

it.each([
  ['another day', '请各村明天下班前报孤儿名单', '请各村后天下班前报孤儿名单'],
  ['another hour', '请各村今天15点前报孤儿名单', '请各村今天17点前报孤儿名单'],
  ['another number of them', '请各村明天下班前报3名人选', '请各村明天下班前报5名人选'],
  ['others who are asked', '请石洼村明天下班前报孤儿名单', '请柳湾村明天下班前报孤儿名单'],
  ['a word more', '请各村明天下班前报孤儿名单', '请各村明天下班前报孤儿名单和照片'],
  ['hardly a word in common', '请各村明天下班前报孤儿名单', '化肥台账报我'],
])('it asks for no other thing with %s', (_, a, b) => expect(differInThing(a, b)).toBe(false));

it('what says that the first was wrong, and what was said before word by word, is the same', () => {
  const known = [evidence('g01', 'm1', '请各村明天下班前报孤儿名单')];
  const other = (quote: string) => asksForOtherThing([evidence('g01', 'm2', quote)], known);
  expect(other('请各村明天下班前报烈属名单')).toBe(true);
  expect(other('@所有人 请各村明天下班前报烈属名单！')).toBe(true);
  expect(other('更正:请各村明天下班前报烈属名单')).toBe(false);
  expect(other('请各村明天下班前报孤儿名单。')).toBe(false);
});
