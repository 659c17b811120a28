/** Recurrences: of a working day of each week, told after their time, bounded by a holiday, in alternate weeks. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt, readingAt } from './reading-at.ts';

/** 2026-04-27 is a Monday; the holiday runs from 1 to 5 May. */
const APRIL = '2026-04-27T10:00';

describe('recurrences', () => {
  it.each([
    ['每周第一个工作日报', '2026-04-28T00:00 day weekly'],
    ['每周最后一个工作日下班前交', '2026-04-30T17:30 hour end_of_work weekly'],
    ['每月第一个工作日前报', '2026-05-07T00:00 day monthly'],
    ['每月最后一天报', '2026-05-01T00:00 day monthly'],
    ['每周一早上报', '2026-04-27T12:00 half_day noon weekly'],
    ['每个星期一上班前报', '2026-05-04T08:30 hour start_of_work weekly'],
    ['一周一报，周五下班前交', '2026-05-01T17:30 hour end_of_work weekly'],
    ['一日一报，下午四点前', '2026-04-27T16:00 hour daily'],
    ['每月报一次，5号前交', '2026-05-06T00:00 day monthly'],
  ])('%s', (text, shown) => {
    expect(deadlinesAt(text, APRIL)).toEqual([shown]);
  });

  it.each([
    ['四点半前把那个米数报我，每天都一样', '2026-04-27T16:30 minute daily'],
    ['四点半前把那个米数给我。每天都一样', '2026-04-27T16:30 minute daily'],
    ['周五前交周报，以后每周都这样', '2026-05-02T00:00 day weekly'],
  ])('are told after their time: %s', (text, shown) => {
    expect(deadlinesAt(text, APRIL)).toEqual([shown]);
  });

  it.each<[string, readonly string[]]>([
    ['月底前报当月用水台账,月月都要', ['2026-05-01T00:00 day monthly']],
    ['早上七点半前报一次人数,下午五点前报一次,天天如此', ['2026-04-28T07:30 minute daily', '2026-04-27T17:00 hour daily']],
    ['周一交一次,周四交一次,周周如此', ['2026-04-28T00:00 day weekly', '2026-05-01T00:00 day weekly']],
    ['消防泵每周三试一次,当天18:00前报结果', ['2026-04-29T18:00 minute weekly']],
    ['楼道灯每月10号查一遍,当天报坏灯数', ['2026-05-11T00:00 day monthly']],
    ['秋粮台账一周两报,周二周五下午5点前', ['2026-04-28T17:00 hour weekly', '2026-05-01T17:00 hour weekly']],
    ['庭审设备每周日检查一遍,当天20:00前回执', ['2026-05-03T20:00 minute weekly']],
    ['每季度最后一日前完成数据填报', ['2026-07-01T00:00 day quarterly']],
    ['季度后第一个月10日前报上季经营分析', ['2026-07-11T00:00 day quarterly']],
    ['每季度后首月5日前报用能报表', ['2026-07-06T00:00 day quarterly']],
    ['每季度第一个月10日前报上季报表', ['2026-07-11T00:00 day quarterly']],
    ['周五前交周报,月月考核', ['2026-05-02T00:00 day']],
  ])('of a whole row, of the hour of a turn, of a quarter that is over: %s', (text, shown) => {
    expect(deadlinesAt(text, APRIL)).toEqual(shown);
  });

  it('need the same turn: a weekday is not made daily', () => {
    expect(deadlinesAt('周五前交周报，日志每天都一样写', APRIL)).toEqual(['2026-05-02T00:00 day']);
  });

  it('of the ends of periods', () => {
    expect(deadlinesAt('每季度结束前报一次资产变动', APRIL)).toEqual(['2026-07-01T00:00 day quarterly']);
    expect(deadlinesAt('每月结束前清一次库', APRIL)).toEqual(['2026-05-01T00:00 day monthly']);
    expect(deadlinesAt('每年度结束前盘点一次', APRIL)).toEqual(['2027-01-01T00:00 day yearly']);
    expect(deadlinesAt('本季度结束前把课时补完', APRIL)).toEqual(['2026-07-01T00:00 day']);
    expect(deadlinesAt('每月结束后3个工作日内报支出明细', APRIL)).toEqual(['2026-05-09T00:00 day monthly']);
  });

  it('of a stretch of each month end with it; a stretch of each week are hours', () => {
    expect(deadlinesAt('每月20号到25号集中报销', APRIL)).toEqual(['2026-05-26T00:00 day monthly']);
    expect(deadlinesAt('每周一至周三报销', APRIL)).toEqual([]);
  });

  it('of a row of weekdays', () => {
    expect(deadlinesAt('每周二四六晚八点前发一次进度', APRIL)).toEqual([
      '2026-04-28T20:00 hour weekly',
      '2026-04-30T20:00 hour weekly',
      '2026-05-02T20:00 hour weekly',
    ]);
    expect(deadlinesAt('每周一、三上午10点前报煤耗', APRIL)).toEqual(['2026-04-27T10:00 hour weekly', '2026-04-29T10:00 hour weekly']);
    expect(deadlinesAt('周一二楼打扫', APRIL)).toEqual([]);
  });

  it('of a weekday of each month, of the last day of a quarter, of the eve of a yearly holiday', () => {
    expect(deadlinesAt('每月最后一个周五下班前交盘点表', APRIL)).toEqual(['2026-05-29T17:30 hour end_of_work monthly']);
    expect(deadlinesAt('每月第一个周三报消毒记录', APRIL)).toEqual(['2026-05-07T00:00 day monthly']);
    expect(deadlinesAt('下月第二个周一交总结', APRIL)).toEqual(['2026-05-12T00:00 day']);
    expect(deadlinesAt('每季度最后一天前结清欠费', APRIL)).toEqual(['2026-07-01T00:00 day quarterly']);
    expect(deadlinesAt('每年元旦前更新预案', APRIL)).toEqual(['2027-01-01T00:00 day yearly']);
    expect(deadlinesAt('每月前5日内报支出', APRIL)).toEqual(['2026-05-06T00:00 day monthly']);
    expect(deadlinesAt('每半月报一次，15号和月底前', APRIL)).toEqual(['2026-05-16T00:00 day monthly', '2026-05-01T00:00 day monthly']);
    expect(deadlinesAt('芒种前把秧插完', APRIL)).toEqual(['2026-06-05T00:00 day']);
    expect(deadlinesAt('每逢5号、20号交台账', APRIL)).toEqual(['2026-05-06T00:00 day monthly', '2026-05-21T00:00 day monthly']);
    expect(deadlinesAt('一周两报，周二、周五下班前', APRIL)).toEqual([
      '2026-04-28T17:30 hour end_of_work weekly',
      '2026-05-01T17:30 hour end_of_work weekly',
    ]);
  });

  it('share the recurrence over 一次', () => {
    expect(deadlinesAt('每天两报，上午11点前一次，下午4点前一次', APRIL)).toEqual([
      '2026-04-27T11:00 hour daily',
      '2026-04-27T16:00 hour daily',
    ]);
  });

  it('begin and end with the holiday that they are told of', () => {
    expect(deadlinesAt('五一期间每天17点前报', APRIL)).toEqual(['2026-05-01T17:00 hour daily 2026-05-05']);
    expect(deadlinesAt('每天18点前报，到月底为止', APRIL)).toEqual(['2026-04-27T18:00 hour daily 2026-04-30']);
  });

  it('of alternate weeks are weekly, and not certain', () => {
    const [found] = readingAt('每两周的周五下班前报', APRIL).deadlines;
    expect([found?.recurrence, found?.day, found?.certain]).toEqual(['weekly', '2026-05-01', false]);
    expect(readingAt('每周五下班前报', APRIL).deadlines[0]?.certain).toBe(true);
  });
});

describe('counts of days and holidays', () => {
  it.each([
    ['收到后3个工作日内上午10点前报送', '2026-04-30T10:00 hour'],
    ['5个工作日内下班前交材料', '2026-05-07T17:30 hour end_of_work'],
    ['五一假期内完成排查', '2026-05-06T00:00 day'],
    ['国庆假期内完成', '2026-10-08T00:00 day'],
    ['20260430前报送', '2026-05-01T00:00 day'],
  ])('%s', (text, shown) => {
    expect(deadlinesAt(text, APRIL)).toEqual([shown]);
  });
});
