import { describe, expect, it } from 'vitest';
import { conditionIn, saysInCase } from '../../../src/reading/directive/condition.ts';

describe('a condition', () => {
  it.each([
    ['要是挂大风预警,渡船一小时内靠岸', '挂大风预警', false],
    ['往后凡是一个班出现5例的,当天停课', '一个班出现5例的', true],
    ['哪天预警跳到红色,书记睡村部', '预警跳到红色', true],
    ['万一水漫过路,先封口子', '水漫过路', false],
  ])('%s', (text, words, isStanding) => expect(conditionIn(text)).toEqual({ words, isStanding }));

  it.each(['你哪天得空去瞧一眼', '若干问题的说明', '各村明天报表'])('is none: %s', (text) => expect(conditionIn(text)).toBeNull());

  it('is said in other words too', () => {
    expect(saysInCase('下雨的话,改到礼堂')).toBe(true);
    expect(saysInCase('改到礼堂')).toBe(false);
    expect(saysInCase('培训开不成了,哪天再开另说')).toBe(false);
  });
});
