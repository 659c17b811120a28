import { expect, it } from 'vitest';
import type { Label } from '../../../src/model/label.ts';
import type { Verdict } from '../../../src/model/reading.ts';
import { asksOfTurn } from '../../../src/reading/directive/parts.ts';
import { viewOf } from '../../../src/reading/view.ts';
import { said, TOWNSHIP } from '../../kit/chat-builders.ts';
import { CALENDAR } from '../../kit/tuning-builders.ts';

function asked(...turn: readonly (readonly [Label, string])[]) {
  const judged = turn.map(([label, text], index) => {
    const message = said(`m${index}`, 'bo', '2026-11-16 12:00', text);
    const context = { org: TOWNSHIP, calendar: CALENDAR, group: TOWNSHIP.groupByKey.get('wechat\u0000g1'), recent: [] };
    const { id } = message;
    const verdict: Verdict = { platform: 'wechat', group: 'g1', id, label, keep: true, unsure: false, confidence: 0.9, reasons: [] };
    return { view: viewOf(message, context, TOWNSHIP.personById.get('bo'), []), verdict };
  });
  return asksOfTurn(judged);
}

it('means with what is told first those who are sent in the next words', () => {
  const [told, sent] = asked(['directive', '来电话说山上少了一个人,手机打不通'], ['directive', '半小时之内在沟口集合,林芳带对讲和热水']);
  expect(sent?.audience).toMatchObject({ people: ['lin'], unclear: false });
  expect(told?.audience).toEqual(sent?.audience);
});

it('leaves it to whoever is named in the ask, though another was called before', () => {
  const [ask] = asked(['part', '林芳'], ['directive', '这个表让梅英周五前报上来']);
  expect(ask?.audience.people).toEqual(['mei']);
});

it('means whom a message of its own calls, whatever places follow', () => {
  const [ask] = asked(['part', '林芳'], ['directive', '把西村那两排车天黑前收进院子']);
  expect(ask?.audience).toMatchObject({ people: ['lin'], unclear: false });
});

it('asks each of those who are called one after the other for what is told to them', () => {
  const asks = asked(
    ['part', '林芳'],
    ['part', '明早带采样箱去小学采12份,交到卫生院'],
    ['directive', '@梅英 你那边到了就化验,下午五点前给我结果'],
  );
  expect(asks.map(({ audience }) => audience.people)).toEqual([['lin'], ['mei']]);
});

it('means together whom messages of their own call one after the other', () => {
  const [ask] = asked(['part', '林芳'], ['part', '梅英 你也听着'], ['directive', '草全部打捆拉走']);
  expect(ask?.audience.people).toEqual(['lin', 'mei']);
});

it('means whom a message hails, whatever place the order names', () => {
  const [ask] = asked(['part', '林芳、梅英都听好'], ['directive', '到西村道班集合清路,油锯带上']);
  expect(ask?.audience).toMatchObject({ people: ['lin', 'mei'], unclear: false });
});

it.each([
  { turn: ['后天大早拆黄土桥那两栋', '七点半,老粮站门口集合,莫迟'], at: '2026-11-18T07:30' },
  { turn: ['明天下午各村来两个人搬袋子', '三点半,闸口'], at: '2026-11-17T15:30' },
  { turn: ['各村周五前把表报上来', '下午三点半,小会议室'], at: '2026-11-21T00:00' },
])('gives the day of $turn.0 the hour that the next message names', ({ turn: [first = '', then = ''], at }) => {
  const [ask] = asked(['directive', first], ['part', then]);
  expect(new Date((ask?.deadline?.at ?? 0) + 8 * 3_600_000).toISOString()).toMatch(at);
});

it('asks for another thing behind the first, where that is due by itself', () => {
  const first = ['directive', '培训班后天上午8点半在三楼开班,准时报到'] as const;
  expect(asked(first, ['part', '另外每人写一份发言提纲,明天20:00前发到这个群']).map(({ deadline }) => deadline?.phrase)).toContain(
    '明天20:00前',
  );
  expect(asked(first, ['part', '另外带水杯'])).toHaveLength(1);
  expect(asked(first, ['part', '另外要写清楚入党时间,周三前报不上的说一声'])).toHaveLength(1);
});

it('puts a time together that came in two messages', () => {
  const [ask] = asked(['part', '明天早上'], ['part', '六点'], ['directive', '各村去闸口搬袋子']);
  expect(new Date((ask?.deadline?.at ?? 0) + 8 * 3_600_000).toISOString()).toMatch('2026-11-17T06:00');
});

it('is bound by what is said behind it before what led to it', () => {
  const [ask] = asked(['part', '下周一市里暗访抽到我们'], ['directive', '各村把桶点全部过一遍'], ['part', '明晚8点前哈,我周四一早汇总']);
  expect(new Date((ask?.deadline?.at ?? 0) + 8 * 3_600_000).toISOString()).toMatch('2026-11-17T20:00');
  const [led] = asked(['part', '下周一前要'], ['directive', '各村把桶点全部过一遍']);
  expect(led?.deadline?.day).toBe('2026-11-23');
});

it('means all who are hailed, though one of them is told something besides, but not beside an order to one of them', () => {
  const [ask] = asked(['part', '林芳梅英你们两个'], ['directive', '把现场弄好等他们来,林芳你去帮她一把']);
  expect(ask?.audience.people).toEqual(['lin', 'mei']);
  const [alone] = asked(['part', '林芳梅英你们两个'], ['directive', '林芳今天下班前把名单报我']);
  expect(alone?.audience.people).toEqual(['lin']);
});

it('takes what is to stand in a table for a part of what was asked', () => {
  const asks = asked(
    ['directive', '各村填一下返家车辆安排表'],
    ['directive', '车牌、司机、驾龄、走哪条路,都要写哦'],
    ['part', '周五中午12点前发我'],
  );
  expect(asks).toHaveLength(1);
  expect(asks[0]?.deadline?.day).toBe('2026-11-20');
});

it('gives a file that the next words point back at to what they ask, whatever was asked before it', () => {
  const evidence = (after: string) =>
    asked(['directive', '空置房摸底,每间写门牌,明天中午12点前发我'], ['part', ''], ['directive', after]).map((ask) =>
      ask.evidence.map(({ id }) => id),
    );
  expect(evidence('这张是停业补偿意向表,后天中午12点前收齐交我')).toEqual([['m0'], ['m2', 'm1']]);
  expect(evidence('停业补偿意向表后天中午12点前收齐交我')).toEqual([['m0', 'm1'], ['m2']]);
});
