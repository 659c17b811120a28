import { describe, expect, it } from 'vitest';
import { DAY } from '../../../src/model/instant.ts';
import { readChange } from '../../kit/change-builders.ts';

describe('by how much something was moved', () => {
  it.each([
    ['周五的培训往后推一周', 7],
    ['表顺延三天', 3],
    ['会提前半小时', -1 / 48],
    ['碰头会往后挪四十分钟', 40 / 1440],
    ['碰头会晚一刻钟', 15 / 1440],
    ['提前十分钟签到', undefined],
    ['人数表往前提半天', undefined],
    ['人数表今天下班前交,昨天说的缓一天作废', undefined],
    ['人数表不能再宽一天了,改成今晚8点', undefined],
  ])('%s', (text, days) => expect(readChange(text).shift).toBe(days === undefined ? undefined : days * DAY));
});

describe('which way something was moved', () => {
  it('is told as sooner or later', () => {
    expect(readChange('名单提前到明天中午12点').towards).toBe('sooner');
    expect(readChange('名单延到11月20日').towards).toBe('later');
    expect(readChange('名单改到11月20日').towards).toBeUndefined();
    expect(readChange('会不提前了,仍按原通知15:00开').towards).toBeUndefined();
  });
});
