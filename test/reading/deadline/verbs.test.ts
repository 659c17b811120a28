import { describe, expect, it } from 'vitest';
import { isCompletion } from '../../../src/reading/deadline/verbs.ts';

describe('what is done to its end', () => {
  it.each([
    '栽完',
    '全部认证完',
    '录清',
    '挖齐',
    '补上来',
    '换上',
    '敲定',
    '填平路面',
    '定版',
    '各组清完',
    '拨下去',
    '围起来',
    '核验',
    '闭环',
    '砌完,不许拖',
  ])('is a deed whatever its verb: %s', (text) => {
    expect(isCompletion(text)).toBe(true);
  });

  it.each([
    '唱完',
    '下完雨',
    '转好',
    '走回来',
    '好好休息',
    '人到齐',
    '弄完再说',
    '砌完了',
    '不清掉',
    '清洗水箱',
    '从省城回来',
    '拍毕业照',
    '热起来',
    '坐下来谈',
  ])('is none where it is over by itself, is told or denied: %s', (text) => {
    expect(isCompletion(text)).toBe(false);
  });
});
