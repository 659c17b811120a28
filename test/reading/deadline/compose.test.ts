/** What phrases come to: composed across brackets and gaps, with the day and clock that they leave out. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt, othersAt, readingAt } from './reading-at.ts';

it('that day is the one of what is moved', () => {
  const moved = readingAt('因督查组明日上午来镇,原定3月5日上午9:00的会议改至当日13:30召开').otherTimes.at(-1);
  expect([moved?.phrase, moved?.value?.at]).toEqual(['当日13:30', Date.parse('2026-03-05T13:30:00+08:00')]);
});

it('what is told each day is due at the hour that the next sentence names', () => {
  const read = (text: string) => readingAt(text).deadlines.map(({ recurrence }) => recurrence);
  expect(read('秋收天天报数,就三个。各村一行字,下午3点半之前发群里')).toEqual(['daily']);
  expect(read('打今儿起见天儿报数。下午3点半之前发群里')).toEqual(['daily']);
  expect(read('天天要吃药的几个,下午3点半之前报个数给我')).toEqual([null]);
  expect(read('每天要交的那张表,下午3点半之前发群里')).toEqual(['daily']);
  expect(read('每天都有人值守。下午3点半之前把名单报我')).toEqual([null]);
  expect(read('天天报数累死人。下午3点半之前总结发我')).toEqual([null]);
});

it('the clock goes on from the one before it', () => {
  const last = (text: string) => readingAt(text).otherTimes.at(-1)?.value?.at;
  expect(last('三个劝导站明天早上6点半必须有人,守到10点半')).toBe(Date.parse('2026-03-05T10:30:00+08:00'));
});

it('a day by itself is that of the hour in the next short sentence', () => {
  const last = (text: string) => readingAt(text).otherTimes.at(-1)?.value?.at;
  expect(last('明早。八点半。线上短会。各所长都进。')).toBe(Date.parse('2026-03-05T08:30:00+08:00'));
  expect(deadlinesAt('周五。3点前各村把台账报我')).toEqual(['2026-03-06T15:00 hour']);
  expect(last('周五。9点镇里开会,各村书记参加')).toBe(Date.parse('2026-03-06T09:00:00+08:00'));
  expect(deadlinesAt('省里检查推到下周二。18点前各村把问题清单报我。')).toEqual(['2026-03-04T18:00 hour']);
  expect(deadlinesAt('舒镇长出差到周五。下午3点前各村把材料送来。')).toEqual(['2026-03-04T15:00 hour']);
  expect(last('明早去看。八点半我在会议室。')).not.toBe(Date.parse('2026-03-05T08:30:00+08:00'));
});

it('an hour right behind an evening from which something holds is that evening’s', () => {
  expect(deadlinesAt('今晚起9点半前关外放,低音炮撤掉')).toEqual(['2026-03-04T21:30 minute']);
  expect(deadlinesAt('中午12点前那几个字全给我拆下来')).toEqual(['2026-03-04T12:00 hour']);
});

it('what is found out, and what is switched on to be tried, is asked for', () => {
  expect(deadlinesAt('2个工作日内查清:收没收、收了几个人')).toEqual(deadlinesAt('2个工作日内查清'));
  expect(deadlinesAt('今天下午5点半前都通电转一遍')).toEqual(['2026-03-04T17:30 minute']);
  expect(deadlinesAt('今天下午5点半前通电')).toEqual([]);
});

it('an hour of the morning that is gone is that of the day named in the sentence before it, unless something is handed in', () => {
  expect(deadlinesAt('明天咨询日在南门!三家7点40前布展完毕')).toEqual(['2026-03-05T07:40 minute']);
  expect(deadlinesAt('明天咨询日在南门!三家7点40前把表报我')).toEqual(['2026-03-04T19:40 minute']);
});

it('a clock before the hour at which anybody gets up is of the afternoon, unless people set out', () => {
  expect(deadlinesAt('明天5:30前报小陶')).toEqual(['2026-03-05T17:30 minute']);
  expect(othersAt('明天6:30集合')).toEqual(['明天6:30:event 2026-03-05T06:30']);
  expect(othersAt('明天5:30集合')).toEqual(['明天5:30:event 2026-03-05T05:30']);
  expect(deadlinesAt('明天5:30前到高铁站')).toEqual(['2026-03-05T05:30 minute']);
  const ends = (text: string) => readingAt(text).otherTimes.at(-1)?.value?.at;
  expect(ends('明天0:00-6:00停水')).toBe(Date.parse('2026-03-05T06:00:00+08:00'));
  expect(ends('明天3:00-6:00在三楼开会')).toBe(Date.parse('2026-03-05T18:00:00+08:00'));
  expect(ends('明天6:10-6:50开会')).toBe(Date.parse('2026-03-05T06:50:00+08:00'));
});

it('nothing is done on the day on which it was told of', () => {
  const last = (text: string) => readingAt(text).otherTimes.at(-1);
  expect(last('涂队长昨晚说的挡土墙,你下午先去看一眼')?.value?.day).toBe('2026-03-04');
  expect(last('昨晚巡到十点,半夜又去了一趟')?.role).toBe('past');
});

describe('a day and a clock', () => {
  it.each<[string, readonly string[]]>([
    ['3月26日(星期四)17:00前报', ['2026-03-26T17:00 minute']],
    ['7月22日(周三)6:30前集合', ['2026-07-22T06:30 minute']],
    ['你俩村早6点前派人上岭', ['2026-03-05T06:00 hour']],
    ['尽早6点前派人上岭', ['2026-03-04T18:00 hour']],
    ['20号下午3点前报', ['2026-03-20T15:00 hour']],
    ['本周五(3月6日)前报', ['2026-03-07T00:00 day']],
    ['25日（周三）前报', ['2026-03-26T00:00 day']],
    ['明天最迟下午3点前报', ['2026-03-05T15:00 hour']],
    ['３月２０日１７：００前报', ['2026-03-20T17:00 minute']],
    ['3 月 20 日 17 : 00 前报', ['2026-03-20T17:00 minute']],
    ['今晚12点前交', ['2026-03-05T00:00 hour']],
    ['6日24:00前填完', ['2026-03-07T00:00 minute']],
    ['8日0时前填完', ['2026-03-08T00:00 hour']],
    ['大家收听晚上8点的广播,下午5点前报', ['2026-03-04T17:00 hour']],
    ['听朝7点半交', ['2026-03-05T07:30 minute']],
    ['听日上昼交', ['2026-03-05T12:00 half_day noon']],
    ['把13日至15日值班表15:00前发我', ['2026-03-04T15:00 minute']],
    ['老尚 现在派人去 半小时给我回话', ['2026-03-04T10:50 minute']],
    ['听日下昼三点前交', ['2026-03-05T15:00 hour']],
    ['明天黑夜八点前报', ['2026-03-05T20:00 hour']],
    ['周四黑喽八点前报', ['2026-03-05T20:00 hour']],
    ['中午下班前报', ['2026-03-04T12:00 hour noon']],
    ['明天上午交', ['2026-03-05T12:00 half_day noon']],
    ['下午交', ['2026-03-04T17:30 half_day end_of_work']],
    ['8点上学之前放下来', ['2026-03-04T20:00 hour']],
    ['今日(3月4日(周三))17:00前报', ['2026-03-04T17:00 minute']],
    ['周六晚7点前落实', ['2026-03-07T19:00 hour']],
    ['明早(5号)六点前清完', ['2026-03-05T06:00 hour']],
    ['名单还是按今天,下班前交', ['2026-03-04T17:30 hour end_of_work']],
    ['名单周五,下午3点前报', ['2026-03-06T15:00 hour']],
    ['明天(5号,星期四)下午3点前交', ['2026-03-05T15:00 hour']],
    ['能不能请岑主任明天带人先去暗访一遍,下午5点前把清单给他', ['2026-03-05T17:00 hour']],
    ['明天督导组来检查,下午5点前把台账整好交上来', ['2026-03-04T17:00 hour']],
    ['周五落潮以后(14:20低潮)清一遍岸滩,照片下班前传上来', ['2026-03-06T17:30 hour end_of_work']],
    ['明儿后半天给我个数', ['2026-03-05T17:30 half_day end_of_work']],
    ['天擦黑前把棚布撑紧', ['2026-03-04T19:00 day']],
    ['今天擦黑前把棚布撑紧', ['2026-03-04T19:00 day']],
    ['例会在项目部开,都来,中午12点前散', []],
    ['睡前说个事哈,明早校车还要过', []],
    ['明早7点到岗,穿反光背心,搞到10点换班', []],
    ['有位老人每周三次透析,请9日12:00前回复', ['2026-03-09T12:00 minute']],
    ['今晚（4日）8点前交', ['2026-03-04T20:00 hour']],
    ['周五上午（6日）下班前交', ['2026-03-06T12:00 hour noon']],
    ['3月19日全县灭蚊。各院牵头,当天上午10点前走完一轮', ['2026-03-19T10:00 hour']],
    ['改到18号早上,时间还是七点半前', ['2026-03-18T07:30 minute']],
    ['统计一下今明两天进京的菜车,上午11点前给我', ['2026-03-04T11:00 hour']],
    ['周末防汛值守表,下午4点前给我', ['2026-03-04T16:00 hour']],
    ['办结时限:27日17:00前', ['2026-03-27T17:00 minute']],
    ['塔下2号小区先画图,17号12点前交', ['2026-03-17T12:00 hour']],
    ['明天黑价七点半前报', ['2026-03-05T19:30 minute']],
    ['炉子睡前留缝不是办法,窗户留缝才是', []],
    ['绳剪了,是谁干的弄清楚,一个钟头之内给我回话', ['2026-03-04T11:20 minute']],
    ['断了几段、多少米,收到后1小时里头报给我', ['2026-03-04T11:20 minute']],
    ['几件事。\n1.巷子清空,6日15:00前。\n2.7日上午10点前把名单交居委会', ['2026-03-06T15:00 minute', '2026-03-07T10:00 hour']],
  ])('%s', (text, expected) => {
    expect(deadlinesAt(text)).toEqual(expected);
  });

  it('gives the day that a person names where the instant is the next', () => {
    const [deadline] = readingAt('今晚12点前交').deadlines;
    expect([deadline?.day, deadline?.at]).toEqual(['2026-03-04', Date.parse('2026-03-05T00:00:00+08:00')]);
  });

  it('lets the date win over a weekday that disagrees, and says that it is unsure', () => {
    const [deadline] = readingAt('本周五(3月20日)前报').deadlines;
    expect([deadline?.day, deadline?.certain]).toEqual(['2026-03-20', false]);
  });
});

describe('a bare hour', () => {
  it.each<[string, string, readonly string[]]>([
    ['3点前报', '2026-03-04T13:50', ['2026-03-04T15:00 hour']],
    ['9点前报', '2026-03-04T19:50', ['2026-03-04T21:00 hour']],
    ['9点前报', '2026-03-04T08:10', ['2026-03-04T09:00 hour']],
    ['明天3点前报', '2026-03-04T13:50', ['2026-03-05T15:00 hour']],
    ['明天8点前报', '2026-03-04T13:50', ['2026-03-05T08:00 hour']],
    ['5点40分前到位', '2026-03-04T05:12', ['2026-03-04T05:40 minute']],
    ['上午10点前报', '2026-03-04T15:00', ['2026-03-05T10:00 hour']],
    ['12点前交截图', '2026-03-04T11:02', ['2026-03-04T12:00 hour']],
  ])('%s at %s', (text, sentAt, expected) => {
    expect(deadlinesAt(text, sentAt)).toEqual(expected);
  });
});

describe('durations', () => {
  it.each<[string, string, readonly string[]]>([
    ['三天内报', '2026-03-04T10:20', ['2026-03-08T00:00 day']],
    ['2小时内报', '2026-03-04T23:20', ['2026-03-05T01:20 minute']],
    ['半小时内回话', '2026-03-04T10:20', ['2026-03-04T10:50 minute']],
    ['一个半小时内回话', '2026-03-04T10:20', ['2026-03-04T11:50 minute']],
    ['自收到通知之日起5个工作日内报', '2026-03-04T10:20', ['2026-03-12T00:00 day']],
    ['T+1个工作日办结', '2026-10-09T10:00', ['2026-10-11T00:00 day']],
    ['3个工作日内报', '2026-09-30T10:00', ['2026-10-11T00:00 day']],
    ['一个月内完成', '2026-01-31T10:00', ['2026-03-01T00:00 day']],
    ['给你们两天时间弄完', '2026-03-04T10:20', ['2026-03-07T00:00 day']],
    ['节后三天内报', '2026-10-02T10:20', ['2026-10-11T00:00 day']],
  ])('%s at %s', (text, sentAt, expected) => {
    expect(deadlinesAt(text, sentAt)).toEqual(expected);
  });
});

describe('days without a year or month', () => {
  it.each<[string, string, readonly string[]]>([
    ['5号前报', '2026-12-31T20:00', ['2027-01-06T00:00 day']],
    ['今明两天内完成', '2026-03-04T10:20', ['2026-03-06T00:00 day']],
    ['13月5日前报', '2026-03-04T10:20', []],
    ['29号前报', '2026-02-27T09:00', ['2026-03-30T00:00 day']],
    ['1月5日前报', '2026-12-31T20:00', ['2027-01-06T00:00 day']],
    ['周三前报', '2026-03-04T10:20', ['2026-03-05T00:00 day']],
    ['周三上午9点前报', '2026-03-04T10:20', ['2026-03-11T09:00 hour']],
    ['下周三前报', '2026-03-08T10:20', ['2026-03-12T00:00 day']],
    ['下下周一报', '2026-03-04T10:20', ['2026-03-17T00:00 day']],
    ['99日前报', '2026-03-04T10:20', ['2026-03-10T00:00 day']],
    ['请于25前报', '2026-03-04T10:20', ['2026-03-26T00:00 day']],
  ])('%s at %s', (text, sentAt, expected) => {
    expect(deadlinesAt(text, sentAt)).toEqual(expected);
  });
});

describe('ends of periods, festivals and lunar days', () => {
  it.each<[string, string, readonly string[]]>([
    ['月底前完成', '2026-02-04T10:20', ['2026-03-01T00:00 day']],
    ['明年3月底前完成', '2026-03-04T10:20', ['2027-04-01T00:00 day']],
    ['3月中旬前完成', '2026-03-04T10:20', ['2026-03-21T00:00 day']],
    ['季度末前报', '2026-03-04T10:20', ['2026-04-01T00:00 day']],
    ['年底前完成', '2026-03-04T10:20', ['2027-01-01T00:00 day']],
    ['本周内完成', '2026-03-04T10:20', ['2026-03-09T00:00 week']],
    ['本月内完成', '2026-03-04T10:20', ['2026-04-01T00:00 month']],
    ['国庆前完成', '2026-09-21T09:00', ['2026-10-01T00:00 day']],
    ['节前报', '2026-09-28T09:00', ['2026-10-01T00:00 day']],
    ['元旦前三天报', '2026-11-18T09:00', ['2026-12-30T00:00 day']],
    ['年内完成', '2026-11-18T09:00', ['2027-01-01T00:00 month']],
    ['每月最后一个工作日前报', '2026-11-18T09:00', ['2026-12-01T00:00 day monthly']],
    ['11月31日前报', '2026-11-18T09:00', ['2026-12-01T00:00 day']],
    ['教师节前报', '2026-09-01T09:00', ['2026-09-10T00:00 day']],
    ['腊月二十三前报', '2026-12-20T09:00', ['2027-01-31T00:00 day']],
    ['节后第一个工作日下班前报', '2026-09-28T09:00', ['2026-10-08T17:30 hour end_of_work']],
  ])('%s at %s', (text, sentAt, expected) => {
    expect(deadlinesAt(text, sentAt)).toEqual(expected);
  });

  it('is less certain where the calendar of the year is not published', () => {
    expect(readingAt('国庆前完成', '2026-09-21T09:00').deadlines[0]?.certain).toBe(true);
    expect(readingAt('国庆前完成', '2027-09-20T09:00').deadlines[0]?.certain).toBe(false);
    expect(readingAt('5个工作日内报', '2026-12-30T09:00').deadlines[0]?.certain).toBe(false);
  });
});

describe('ranges, lists and recurrences', () => {
  it.each<[string, string, readonly string[]]>([
    ['即日起至3月15日,各村开展排查', '2026-03-04T10:20', ['2026-03-16T00:00 day']],
    ['3月20日至25日集中开展清理', '2026-03-04T10:20', ['2026-03-26T00:00 day']],
    ['每月10日、20日前报', '2026-03-12T10:20', ['2026-04-11T00:00 day monthly', '2026-03-21T00:00 day monthly']],
    ['每天下午5点前报', '2026-03-04T17:20', ['2026-03-05T17:00 hour daily']],
    ['每个工作日16:30前报', '2026-03-06T17:20', ['2026-03-09T16:30 minute workday']],
    ['每周五下班前报', '2026-03-04T10:20', ['2026-03-06T17:30 hour end_of_work weekly']],
    ['每季度末月25日前报', '2026-03-04T10:20', ['2026-03-26T00:00 day quarterly']],
    ['3月10日至31日,每天17点前报', '2026-03-04T10:20', ['2026-03-10T17:00 hour daily 2026-03-31']],
    ['从下月起,每月2日前报', '2026-03-01T10:20', ['2026-04-03T00:00 day monthly']],
    ['每天都要走,晚上9点前走完', '2026-03-04T10:20', ['2026-03-04T21:00 hour daily']],
    ['每天早8点、晚6点各报一次', '2026-03-04T10:20', ['2026-03-05T08:00 hour daily', '2026-03-04T18:00 hour daily']],
    ['小学20号前报,初中25号前报', '2026-03-04T10:20', ['2026-03-21T00:00 day', '2026-03-26T00:00 day']],
  ])('%s at %s', (text, sentAt, expected) => {
    expect(deadlinesAt(text, sentAt)).toEqual(expected);
  });
});

it('what was last year, or counts points of a sample, keeps no hour from being one', () => {
  expect(deadlinesAt('去年同期滑坡12起,无人伤亡。最后,各村下午6点前把广播试一遍')).toEqual(['2026-03-04T18:00 hour']);
  expect(othersAt('每仓按三层五点扦一份混合样')).toEqual([]);
  expect(deadlinesAt('五点前把样品送来')).toEqual(['2026-03-04T17:00 hour']);
});

it('an office hour that is gone today is of the day told before it', () => {
  expect(deadlinesAt('明天赶场人多,你们10点前要把摊子支起来')).toEqual(['2026-03-05T10:00 hour']);
  expect(deadlinesAt('明天县里来人,5点前把名单报我')).toEqual(['2026-03-04T17:00 hour']);
  expect(deadlinesAt('明天县里来人,10点前把名单报我', '2026-03-04T19:10')).toEqual(['2026-03-04T22:00 hour']);
  expect(deadlinesAt('3月9日起封山,各村10点前把牌子领走')).toEqual(['2026-03-04T22:00 hour']);
  expect(deadlinesAt('明天县里来人,今晚10点前把名单报我')).toEqual(['2026-03-04T22:00 hour']);
});

it('who is to be there, or to have set up, is told an hour of the day of the occasion', () => {
  expect(deadlinesAt('集中宣传6日10:00在站前广场。三家各出一个展桌,9点半先摆好。')).toEqual(['2026-03-06T09:30 minute']);
  expect(deadlinesAt('授牌仪式又要办了:明天5号,还是老礼堂,每社区20人上午10点前站好')).toEqual(['2026-03-05T10:00 hour']);
  expect(deadlinesAt('明天5号,还是老礼堂,名单上午11点前报我')).toEqual(['2026-03-04T11:00 hour']);
});

it('a working day behind a holiday may name its year', () => {
  expect(deadlinesAt('资料盒2027年元旦节后第一个工作日下班前送党政办')).toEqual(deadlinesAt('资料盒元旦节后第一个工作日下班前送党政办'));
  expect(deadlinesAt('资料盒2027年元旦节后第一个工作日下班前送党政办')[0]).toMatch(/^2027-01-0/u);
});
