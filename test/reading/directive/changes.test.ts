import { describe, expect, it } from 'vitest';
import { DAY } from '../../../src/model/instant.ts';
import type { Change, Verdict } from '../../../src/model/reading.ts';
import { changeOf, changesOf } from '../../../src/reading/directive/changes.ts';
import { readsAsCancel, readsAsMove, readsAsRevival } from '../../../src/reading/directive/latent-changes.ts';
import { type MessageView, viewOf } from '../../../src/reading/view.ts';
import { said, TOWNSHIP } from '../../kit/chat-builders.ts';
import { at } from '../../kit/digest-builders.ts';
import { CALENDAR } from '../../kit/tuning-builders.ts';

const NOON = '2026-11-16 12:00';

function read(text: string): Change {
  return changeOf(...seen(text, 'update'));
}

function seen(text: string, label: Verdict['label'], confidence = 1): [MessageView, Verdict] {
  const message = said('m1', 'bo', NOON, text);
  const context = { org: TOWNSHIP, calendar: CALENDAR, group: TOWNSHIP.groupByKey.get('wechat\u0000g1'), recent: [] };
  const verdict: Verdict = {
    platform: 'wechat',
    group: 'g1',
    id: 'm1',
    label,
    keep: true,
    unsure: false,
    confidence,
    reasons: [],
  };
  return [viewOf(message, context, TOWNSHIP.personById.get('bo'), []), verdict];
}

describe('what a change is about', () => {
  it('is told by its words without the times', () => {
    const { topics, times } = read('值班表改到11月18日中午12点前');
    expect(topics).toContain('值班');
    expect(topics.some((topic) => /[月日点午\d]/u.test(topic))).toBe(false);
    expect(times).toContain(at('2026-11-18 12:00'));
  });

  it('is named by the first words that name anything', () => {
    expect(read('更正:值班表是11月18日中午12点前').head).toContain('值班');
  });

  it('is not whose word it is', () => {
    expect(read('替盖所长说一声:对账单不用交了').head).toContain('账单');
    expect(read('刚接电话,资料盒改到明天下班前').head).toContain('资料');
    expect(read('接种名单改到明天下班前').head).toContain('接种');
  });

  it('is told as sooner or later', () => {
    expect(read('名单提前到明天中午12点').towards).toBe('sooner');
    expect(read('名单延到11月20日').towards).toBe('later');
    expect(read('名单改到11月20日').towards).toBeUndefined();
  });

  it('is no day that is over, nor the new one said twice', () => {
    expect(read('对照表仍按今天下班前,昨天转的作废').oldDay).not.toBe('2026-11-15');
    expect(read('自评表延到明天(17日)中午12点').oldDay).toBeNull();
  });

  it('may have been taken back where it says that it counts again', () => {
    expect(read('昨天说的取消不算数,培训照旧').revives).toBe(true);
    expect(read('培训取消').revives).toBe(false);
  });
});

describe('what is called off', () => {
  it.each([
    ['发的是橙色不是红色,刚才说的加人不办,大家照原班', 'cancel'],
    ['今晚的清扫取消,可以收工', 'cancel'],
    ['警戒取消了,这件事到此结束', 'done'],
    ['三家还不报,抓紧', 'remind'],
  ])('%s: %s', (text, change) => expect(read(text).change).toBe(change));

  it.each([
    ['traffic', '短片字幕打错了,点赞转发作废,转出去的删掉', true],
    ['notice', '上级直接取数,名单不用报了', true],
    ['notice', '原表作废,改用新表', false],
    ['chitchat', '名单不用报了', false],
  ] as const)('is so also where it was judged %s: %s', (label, text, is) => expect(readsAsCancel(...seen(text, label))).toBe(is));

  it('is named before a picture sign', () => expect(read('好人线索不用报了🙏区里直接从平台抓').head).not.toContain('平台'));

  it('may be several things named together, each found by its own words', () => {
    const changes = changesOf(...seen('避风回港、排上撤人、每晚报转移这三件到此结束', 'update'));
    expect(changes.map(({ change, besides }) => [change, besides === true])).toEqual([
      ['done', false],
      ['done', true],
      ['done', true],
    ]);
    expect(changes[1]?.topics).toContain('撤人');
    expect(changesOf(...seen('避风回港、排上撤人这三件到此结束', 'update'))).toHaveLength(1);
    expect(changesOf(...seen('日报加一栏:宿舍充电条数,跟原来两个数一起报', 'update'))).toHaveLength(1);
  });
});

it('what is hardly an update asks by itself where nothing fits it', () => {
  const text = '普查业务培训:今天下午3点,三楼大会议室,本群的都来';
  const change = changeOf(...seen(text, 'update', 0.39));
  expect([change.asks, change.fallback?.kind, change.fallback?.deadline?.at]).toEqual([true, 'meeting', at('2026-11-16 15:00')]);
  expect(changeOf(...seen(text, 'update', 0.9)).asks).toBe(false);
});

describe('the time that now holds', () => {
  it.each([
    ['is the one in the sentence of the old one', '缴费期延长至2027年2月28日。名单不用今天中午了,改为11月18日中午12点前报', '2026-11-18'],
    ['is never one that is over', '昨天那条写错了,表是11月20日下班前', '2026-11-20'],
    ['is left where the other one is off', '会议室让回来了,例会恢复原时间,今天下午3点。明天上午9点不开了', '2026-11-16'],
    ['is where it was put back to', '包保表又改回来了,还是明天下班前,县里不要早了', '2026-11-17'],
    ['is on the day that is named before it', '明天的会挪上午9点,看到回一下', '2026-11-17'],
    ['is said with how long it is put off', '走访表再放两天,18号前交', '2026-11-18'],
    ['is said by a verb said twice', '计划表宽一宽,后天中午12点前给我就行', '2026-11-18'],
    ['is told after “再变一回”', '再变一回:检查组是明天下午2点到', '2026-11-17'],
  ])('%s: %s', (_, text, day) => {
    const { change, deadline } = read(text);
    expect([change, deadline?.day]).toEqual(['deadline', day]);
  });
});

describe('a change of a gathering', () => {
  it.each([
    ['今晚的会改到8点', true],
    ['下午的培训先不开了', true],
    ['会不开了,走访还按原来的,改到上午9点半', undefined],
    ['机会改到明天', undefined],
    ['名单改到明天中午12点前', undefined],
  ])('%s', (text, is) => expect(read(text).gathering).toBe(is));
});

describe('what was judged no update', () => {
  it.each([
    ['directive', '灯会又活了,下午2点前把题给我', true],
    ['directive', '叫停的巡检接着干,旧表誊到新表上', true],
    ['directive', '下午2点前把题给我', false],
    ['directive', '供水恢复了,把水表抄一遍报我', false],
  ] as const)('may take up again, %s: %s', (label, text, is) => expect(readsAsRevival(...seen(text, label))).toBe(is));

  it.each([
    ['notice', '后天的体检先停了,医生不来', true],
    ['report', '明天下午看拖拉机不去了,演示取消', true],
    ['report', '两户今天不在家,没见着人', false],
  ] as const)('may call off, %s: %s', (label, text, is) => expect(readsAsCancel(...seen(text, label))).toBe(is));

  it('may move, also where it was judged something to know', () => {
    expect(readsAsMove(...seen('评审会挪到明天上午9点', 'notice'))).toBe(true);
    expect(readsAsMove(...seen('明天上午9点停水', 'notice'))).toBe(false);
  });
});

describe('a change for some alone', () => {
  it.each([
    ['缴费表给沙窝单独宽到11月20日,别的村还是18日', true],
    ['沙窝的可以缓,延到11月20日,其余村不变', true],
    ['缴费表延到11月20日', undefined],
    ['轮水会改到下午4点半,其他不变', undefined],
  ])('%s', (text, only) => expect(read(text).only).toBe(only));
});

describe('by how much something was moved', () => {
  it.each([
    ['周五的培训往后推一周', 7],
    ['表顺延三天', 3],
    ['会提前半小时', -1 / 48],
    ['碰头会往后挪四十分钟', 40 / 1440],
    ['碰头会晚一刻钟', 15 / 1440],
    ['提前十分钟签到', undefined],
    ['人数表往前提半天', undefined],
  ])('%s', (text, days) => expect(read(text).shift).toBe(days === undefined ? undefined : days * DAY));
});
