/** Counts of days go on from a day that the text tells, beside them or where the same is told to have happened. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt } from '../reading-at.ts';

describe('counted on from a day that is told', () => {
  it.each<[string, readonly string[]]>([
    ['自公示之日(2026年3月2日)起15日内,有异议的书面报村委会', ['2026-03-18T00:00 day']],
    ['中标通知书发出(3月2日)后30天内签合同', ['2026-04-02T00:00 day']],
    ['自3月5日起10日内,各村完成普查入户', ['2026-03-16T00:00 day']],
    ['整改通知书是3月2日送到的,从送达之日起10日内改完并书面报我', ['2026-03-13T00:00 day']],
    ['批复是3月1日下来的,从下来那天往后数20天内开工', ['2026-03-22T00:00 day']],
    ['县里文件3月3日到的,从到的那天算起,不含当天,5天之内回复', ['2026-03-09T00:00 day']],
    ['自立案次日起七日内补齐材料,我们是3月2日立的案', ['2026-03-10T00:00 day']],
    ['意见反馈后10个工作日内报整改清单,反馈会昨天上午已经开了', ['2026-03-18T00:00 day']],
    ['收到告知书之日起5日内提出申辩,该告知书今日已送达', ['2026-03-10T00:00 day']],
    ['协议3月2日签的,签完10天内把首付款打到专户', ['2026-03-13T00:00 day']],
    ['合同签订之日起7个工作日内付首款,3月2日已签,财务抓紧', ['2026-03-12T00:00 day']],
    ['会是昨天开的,会后三天内报学习情况', ['2026-03-07T00:00 day']],
    ['项目2月20日开工的,开工后两个月内把主体封顶', ['2026-04-21T00:00 day']],
  ])('%s', (text, deadlines) => {
    expect(deadlinesAt(text)).toEqual(deadlines);
  });

  it.each<[string, readonly string[]]>([
    ['签收之日起7日内搬离临时摊位', ['2026-03-12T00:00 day']],
    ['接到这条信息后一小时,把巡查人员喊到位', ['2026-03-04T11:20 minute']],
    ['昨天开了会,收到本通知后两日内报方案', ['2026-03-07T00:00 day']],
    ['这批件昨天到的,请三天内办结', ['2026-03-08T00:00 day']],
    ['今天发现的隐患,发现后24小时内要整改完', ['2026-03-05T10:20 minute']],
  ])('from the sending: %s', (text, deadlines) => {
    expect(deadlinesAt(text)).toEqual(deadlines);
  });
});

describe('counts that ask for nothing', () => {
  it.each([
    '3月1日打的药,打完7天内不能采摘',
    '自3月1日起三个月内为整治期',
    '去年6月1日签的合同,签完一年内有效',
    '上周五到的货,验收后三天内付款是老规矩',
    '申请人自2026年1月5日起60日内提起诉讼,现已逾期',
    '3月1日报的名,三个月内拿的证',
    '接到电话后半小时,他才到',
  ])('%s', (text) => {
    expect(deadlinesAt(text)).toEqual([]);
  });
});
