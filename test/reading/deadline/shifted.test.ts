/** Times that are moved by a length of time, slips owned up to, and times told from the end of each period. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt, othersAt } from './reading-at.ts';

describe('a time moved by days', () => {
  it.each<[string, string]>([
    ['原定3月10日交的培训总结,顺延三天', '2026-03-14T00:00 day'],
    ['材料3月10日交,推迟两天', '2026-03-13T00:00 day'],
    ['说好的3月10日交表,提前一天', '2026-03-10T00:00 day'],
    ['原定3月10日下午3点前交表,延期一周', '2026-03-17T15:00 hour'],
    ['原定3月10日交的总结,顺延3个工作日', '2026-03-14T00:00 day'],
  ])('%s', (text, expected) => {
    expect(deadlinesAt(text)).toEqual([expected]);
  });

  it('leaves what takes place alone, and what names its new day itself', () => {
    expect(deadlinesAt('原定3月10日的培训推迟三天')).toEqual([]);
    expect(deadlinesAt('咱这儿五月底割麦,比南边晚一周')).toEqual([]);
    expect(deadlinesAt('总结3月10日交,推迟两天,即3月12日交')).toEqual(['2026-03-13T00:00 day']);
    expect(deadlinesAt('表要提前,3月10日下班前交来,提前一天')).toEqual(['2026-03-10T17:30 hour end_of_work']);
  });
});

describe('corrections of corrections', () => {
  it.each<[string, string]>([
    ['总结21号交。口误,是24号', '2026-03-25T00:00 day'],
    ['昨天说改到周四,领导说不行,还是周五下班前交', '2026-03-06T17:30 hour end_of_work'],
    ['报送时间从3月12日改到3月16日,刚又接电话说再改到3月18日', '2026-03-19T00:00 day'],
    ['不是九点,是十点半前,明天上午十点半前交照片', '2026-03-05T10:30 minute'],
  ])('%s', (text, expected) => {
    expect(deadlinesAt(text)).toEqual([expected]);
  });
});

describe('after each period', () => {
  it.each<[string, string]>([
    ['每季度结束后10日内,台账报备', '2026-04-11T00:00 day quarterly'],
    ['每月终了后5日内报表', '2026-03-06T00:00 day monthly'],
  ])('%s', (text, expected) => {
    expect(deadlinesAt(text)).toEqual([expected]);
  });
});

describe('told from an event', () => {
  it.each<[string, string]>([
    ['周五16:30放学,放学前10分钟护学队到岗', '2026-03-06T16:20 minute'],
    ['周五下午两点半动员会,散会前把责任书交主席台', '2026-03-07T00:00 day'],
    ['今晚八点会商,八点四十散会,散会后半小时内把结论发来', '2026-03-04T21:10 minute'],
    ['下周三开小组会,会前一天下班前把名册校完交来', '2026-03-10T17:30 hour end_of_work'],
    ['16号水厂验收,验收完3日内把清单报局里', '2026-03-20T00:00 day'],
    ['20日18时投票结束,结束后24小时内报结果', '2026-03-21T18:00 minute'],
    ['检查组明天上午10点到,到之前一个钟头把后巷清完', '2026-03-05T09:00 minute'],
  ])('%s', (text, expected) => {
    expect(deadlinesAt(text)).toEqual([expected]);
  });

  it('says that the time counted from is an event', () => {
    expect(othersAt('16号水厂验收,验收完3日内报局里')).toEqual(['16号:event 2026-03-17T00:00']);
  });
});
