/** What a bare time is to the reader, for every pair of a time and what is said of it: most of them ask for nothing. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt } from '../reading-at.ts';

const TIMES = ['明天', '明天上午9点', '周五', '周五下午3点', '3月12日', '12号', '下周一', '今晚7点'];

const TAKES_PLACE: readonly string[] = [
  '霜冻,请做好防范',
  '选举,把狗拴好',
  '电力抢修,请提前储水',
  '暂停供水,请提前储水',
  '张镇长在,请大家配合',
  '老张带班,有事找他',
  '组织去参观,大家都来',
  '组织集中学习,请各村书记参加',
  '有大到暴雨,各组注意巡查',
  '来测评,务必在岗在位',
  '拍宣传片,把会场打扫干净',
  '召开推进会,请带好笔记本',
  '包饺子慰问老人,欢迎参加',
];

describe.each(TAKES_PLACE)('what takes place: …%s', (said) => {
  it.each(TIMES)('%s', (time) => {
    expect(deadlinesAt(`${time}${said}`)).toEqual([]);
  });
});

const EDGED = TIMES.map((time) => `${time}前`);
const ASKS_NOTHING: readonly (readonly [before: string, after: string])[] = [
  ['这份总结用不着', '交'],
  ['台账没必要', '弄完,慢慢来'],
  ['朋友圈都在传', '不交就停保,别信'],
  ['群里有人传', '得换证,是真的吗'],
  ['如果', '交不上,提前跟我说'],
  ['麻烦问下,表要', '交吧?'],
  ['@张主任 体检报告要', '给你行不'],
  ['本店', '办卡送一个月'],
  ['气象台预报,', '将有雷阵雨,注意安全'],
  ['我们村', '就能完成'],
];

describe.each(ASKS_NOTHING)('an edge that asks for nothing: %s…%s', (before, after) => {
  it.each(EDGED)('%s', (time) => {
    expect(deadlinesAt(`${before}${time}${after}`)).toEqual([]);
  });
});

const ASKED: readonly (readonly [before: string, after: string])[] = [
  ['', '把台账报上来'],
  ['因为下周三要迎检,请各单位', '完成整改'],
  ['今天巡查发现问题不少,务必', '整改到位'],
  ['俺们村的照片,', '准得传'],
  ['各组统一', '报数'],
  ['明天下午有检查组来,各村', '把路扫干净'],
  ['一季度欠的讲座,最迟在', '补完'],
];

describe.each(ASKED)('an edge that asks: %s…%s', (before, after) => {
  it.each(EDGED)('%s', (time) => {
    expect(deadlinesAt(`${before}${time}${after}`)).toEqual(deadlinesAt(`${time}交`));
  });
});

describe('praise and what is done', () => {
  it.each([
    '表扬三组周末把路清出来了',
    '感谢志愿者们今天上午完成了全部走访',
    '老张3月1号就把材料交了,是你们没登记',
    '春节前三天景区接待了1830人',
    '依法,收到申请后应在15个工作日内作出答复',
  ])('%s', (text) => {
    expect(deadlinesAt(text)).toEqual([]);
  });
});
