/** Times that look like deadlines and bind nobody: because of who speaks, or since they are only talked about. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt, readingAt } from '../reading-at.ts';

function ruleOf(text: string): string | undefined {
  return readingAt(text).otherTimes.at(-1)?.steps.at(-1);
}

describe('who speaks', () => {
  it.each<[string, string]>([
    ['收到,周五前报', 'role/answering'],
    ['小杨营收到，下午4点前报', 'role/answering'],
    ['「老李:周五前交」\n- - - - - -\n收到,今晚9点前全部看完', 'role/answering'],
    ['早,今天第一个打卡', 'role/greeting'],
    ['书记讲得太好了,大湾月底前坚决打赢这一仗', 'role/praising'],
    ['全场三折,本周日前下单送棉鞋', 'role/selling'],
    ['家规:今晚8点前洗碗,逾期睡沙发', 'role/jesting'],
  ])('%s: %s', (text, rule) => {
    expect(deadlinesAt(text)).toEqual([]);
    expect(ruleOf(text)).toBe(rule);
  });

  it.each([
    '收到请回复,周五前报',
    '收到后周五前报',
    '好,那就周五前报',
    '书记讲得好,各村周五前把心得交来',
    '大家早上好,周五前把表交上来',
    '救灾物资先到先得,各村周五前报数汇总',
  ])('who asks something of others does set a deadline: %s', (text) => {
    expect(deadlinesAt(text)).toEqual(['2026-03-07T00:00 day']);
  });
});

describe('only talked about', () => {
  it.each<[string, string]>([
    ['群里那句“周五前完成”是给东片的', 'role/mentioned'],
    ['新华社北京3月4日电 力争4月底前栽插过半', 'role/news'],
    ['周五前不认证就停发,这是谣言,别信', 'role/untrue'],
    ['党委会决定周五前完成复核。此件存档', 'role/on-record'],
  ])('%s: %s', (text, rule) => {
    expect(deadlinesAt(text)).toEqual([]);
    expect(ruleOf(text)).toBe(rule);
  });

  it.each<[string, readonly string[]]>([
    ['那张表上的日期是去年的,别照着填。今年的低保复审,3月16日前交', ['2026-03-17T00:00 day']],
    ['去年的通知不要再转了!本次普查表3月12日前交齐', ['2026-03-13T00:00 day']],
    ['去年的样表:3月16日前交,看格式就行', []],
    ['周五下午四点前,六家规上企业的用电量截图发群里', ['2026-03-06T16:00 hour']],
  ])('but not what follows what is not to be followed: %s', (text, deadlines) => {
    expect(deadlinesAt(text)).toEqual(deadlines);
  });

  it('a forwarded order is quoted to be carried out', () => {
    expect(deadlinesAt('转县残联通知:“请各村周五前报送复核表”')).toEqual(['2026-03-07T00:00 day']);
  });
});

describe("a superior's time", () => {
  it('gives way to the earlier one of who passes the order on', () => {
    expect(deadlinesAt('县里要求10号前报,咱们留两天汇总,8号前报我')).toEqual(['2026-03-09T00:00 day']);
  });

  it('stands where no other is set', () => {
    expect(deadlinesAt('县里要求10号前报,抓紧')).toEqual(['2026-03-11T00:00 day']);
  });
});
