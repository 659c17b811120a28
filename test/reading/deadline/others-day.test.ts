import { describe, expect, it } from 'vitest';
import { deadlinesAt, othersAt } from './reading-at.ts';

describe('an hour beside a day', () => {
  it.each<readonly [what: string, text: string, deadlines: readonly string[]]>([
    ['is today where that is when others come', '周五区领导来看仓库,解说词你先理一版,下午四点前给我', ['2026-03-04T16:00 hour']],
    [
      'is today where that is when a leader takes it along',
      '盛局明天要带去常务会的材料,每家三句话,下午3点前微信发我',
      ['2026-03-04T15:00 hour'],
    ],
    ['closes no office at the weekend', '这个周末机关包社区,每家派谁,下班前报我', ['2026-03-04T17:30 hour end_of_work']],
    [
      'is of the day on which one is to be there',
      '3月7日(周六)上午9:00,文化广场。两家各来两名医生,8:40到位摆桌子',
      ['2026-03-07T08:40 minute'],
    ],
    ['is of the day that a table was told for', '专家明早到,分工如下:\n谁|做什么|几点\n林芳|备10个民工|8:30', []],
    ['begins a working day', '树死了几棵,明天上班给我个准话', ['2026-03-05T08:30 hour start_of_work']],
  ])('%s: %s', (_what, text, deadlines) => expect(deadlinesAt(text)).toEqual(deadlines));

  it('of the morning that is gone is of the day told in the sentence before', () => {
    expect(othersAt('周六中心这边去:小邱、佳琪、三宝开车。早上8:10院门口走')).toContain('早上8:10:other 2026-03-07T08:10');
    expect(othersAt('专家明早到,分工如下:\n谁|做什么|几点\n林芳|备10个民工|8:30')).toContain('8:30:other 2026-03-05T08:30');
  });
});

describe('what is wanted of so many', () => {
  it('is no figure given', () => {
    expect(deadlinesAt('东沟、西坪明天下午把5户采血名单发我')).toEqual(['2026-03-05T17:30 half_day end_of_work']);
    expect(deadlinesAt('今天清淤120米')).toEqual([]);
  });

  it('is none of what was done before', () => {
    expect(deadlinesAt('归档的事怪我,年前光顾搬办公室了')).toEqual([]);
    expect(deadlinesAt('平安办节前交过了,不用再交')).toEqual([]);
  });

  it('holds though another message is to be ignored', () => {
    expect(deadlinesAt('更正:各院报14日值班表,3月12日12:00前报办公室。刚才那条日期写错,请忽略。')).toEqual(['2026-03-12T12:00 minute']);
  });
});
