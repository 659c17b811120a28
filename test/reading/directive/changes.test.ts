import { describe, expect, it } from 'vitest';
import type { Change, Verdict } from '../../../src/model/reading.ts';
import { changeOf, changesOf, readsAsCancel } from '../../../src/reading/directive/changes.ts';
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
  });
});

it('what is hardly an update asks by itself where nothing fits it', () => {
  const text = '普查业务培训:今天下午3点,三楼大会议室,本群的都来';
  const change = changeOf(...seen(text, 'update', 0.39));
  expect([change.asks, change.fallback?.kind, change.fallback?.deadline?.at]).toEqual([true, 'meeting', at('2026-11-16 15:00')]);
  expect(changeOf(...seen(text, 'update', 0.9)).asks).toBe(false);
});
