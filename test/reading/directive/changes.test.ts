import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../src/reading/directive/change.ts';
import { changesOf } from '../../../src/reading/directive/changes.ts';
import { readsAsCancel } from '../../../src/reading/directive/latent-changes.ts';
import { readChange, seenAs } from '../../kit/change-builders.ts';
import { at } from '../../kit/digest-builders.ts';

describe('what is called off', () => {
  it.each([
    ['发的是橙色不是红色,刚才说的加人不办,大家照原班', 'cancel'],
    ['今晚的清扫取消,可以收工', 'cancel'],
    ['系统今天零点关,补登的事作罢,剩下的留到明年', 'cancel'],
    ['这事作罢,改成线上填,周五前填完', 'deadline'],
    ['检修放到元宵后,这个方案先不交了', 'cancel'],
    ['烘干机台数那张各镇别报了,余粮表里加了两列,一起填上就行', 'cancel'],
    ['旧的那张别填了,换成新表,周五前交', 'amend'],
    ['警戒取消了,这件事到此结束', 'done'],
    ['那篇总结就不劳各位动笔了,区里改成统一调报表,我一家就能凑齐', 'cancel'],
    ['三家还不报,抓紧', 'remind'],
    ['下午那个碰头会不开了,书记去县里,资料盒照旧下班前摆好就行', 'cancel'],
    ['下午的碰头会不开了,改明早9点', 'deadline'],
    ['书记那个会不开了,走访还按原来的,明天上午9点半', 'deadline'],
    ['风比预报小,早市宣传不取消了,照原来的办,辛苦赶一赶', 'reinstate'],
  ])('%s: %s', (text, change) => expect(readChange(text).change).toBe(change));

  it.each([
    ['traffic', '短片字幕打错了,点赞转发作废,转出去的删掉', true],
    ['notice', '上级直接取数,名单不用报了', true],
    ['notice', '原表作废,改用新表', false],
    ['report', '保险那张表作废,保险公司改用小程序', true],
    ['traffic', '老范投票那个别投了', true],
    ['traffic', '最美调解员投票从现在起停投,链接也撤了', true],
    ['traffic', '每人每天投三票,家里人手机也用起来', false],
    ['notice', '巡查日报从今天起不再报,各乡镇自己留底', true],
    ['notice', '推选培训不集中开了,课件放群里', true],
    ['chitchat', '名单不用报了', false],
  ] as const)('is so also where it was judged %s: %s', (label, text, is) => expect(readsAsCancel(...seenAs(text, label))).toBe(is));

  it('is named before a picture sign', () => expect(readChange('好人线索不用报了🙏区里直接从平台抓').head).not.toContain('平台'));

  it('may be several things named together, each found by its own words', () => {
    const changes = changesOf(...seenAs('避风回港、排上撤人、每晚报转移这三件到此结束', 'update'));
    expect(changes.map(({ change, besides }) => [change, besides === true])).toEqual([
      ['done', false],
      ['done', true],
      ['done', true],
    ]);
    expect(changes[1]?.topics).toContain('撤人');
    expect(changesOf(...seenAs('避风回港、排上撤人这三件到此结束', 'update'))).toHaveLength(1);
    expect(changesOf(...seenAs('日报加一栏:宿舍充电条数,跟原来两个数一起报', 'update'))).toHaveLength(1);
  });
});

it('the new time is the limit, the one that holds for us, and the hour that stays', () => {
  const moved = (text: string) => readChange(text).deadline?.at;
  expect(moved('检查组提前至18日下午进镇,资料盒摆放相应提前到11月18日12:00前')).toBe(at('2026-11-18 12:00'));
  expect(moved('小会挪到明天晚上,还是七点半')).toBe(at('2026-11-17 19:30'));
  expect(moved('局里把汇总提前了,清单还是得今天,16号下班前,前天说的20号不算了')).toBe(at('2026-11-16 17:30'));
  expect(readChange('区里刚松口,测温台账下班前都收').deadline?.at).toBe(at('2026-11-16 17:30'));
  expect(moved('日报改改:县里挪到五点半了,从今天开始咱们下午5点前报')).toBe(at('2026-11-16 17:00'));
  expect(moved('献血日顺延到22号上午。名单不用赶今天中午,21号下班前给我就行')).toBe(at('2026-11-21 17:30'));
  expect(moved('自查表提前,18日下班前必须到我手里,提前一天')).toBe(at('2026-11-18 17:30'));
  expect(readChange('今晚8点视频调度,提前五分钟调试').deadline?.at).toBe(at('2026-11-16 20:00'));
});

it('a day on which something was asked for is none on which it is due', () => {
  expect(readChange('政办昨天要的那一页项目清单,不用写了').days).toEqual([]);
  expect(readChange('明天下午的核查不用准备了').days).toEqual(['2026-11-17']);
  expect(readChange('专班撤了 从今晚起 每晚8点那个巡查不用报了').days).toEqual([]);
});

it('days that are given move the time', () => {
  expect(readChange('那个摸底表,给你们松一天多,18号下班前交拢就行').moves).toBe(true);
});

it('the limit in place of one that holds no longer is a move, and advice is none', () => {
  expect(readChange('年度总结不用赶18号,25号下班前交就行,按新模板写').moves).toBe(true);
  expect(readChange('收蚁推迟到22日前后为好').moves).toBeUndefined();
});

it('that nothing is fine too says nothing of a time', () => {
  expect(readChange('机具台数下午4点前给我,没有的报个零也行').moves).toBe(readChange('机具台数下午4点前给我').moves);
});

it('what comes again at an hour that stays is told from other things', () => {
  expect(readChange('每天那行数字后头多写一项,时间不变,还是5点').keepsHour).toBe(true);
  expect(readChange('那张表后头多写一项,还是5点').keepsHour).toBeUndefined();
  expect(readChange('碰头会改明晚,同一个点').keepsClock).toBe(true);
  expect(readChange('碰头会改明晚,还是那个点位').keepsClock).toBeUndefined();
});

it('what something is to go with is not what is changed', () => {
  expect(readChange('花名册改到20日中午12点前,跟配送确认单一起交').topics).not.toContain('配送');
});

it('when something is tried out is no new time', () => {
  expect(readChange('院坝会的连线房间还是那个,明晚18:30开始试线').deadline).toBeNull();
  expect(readChange('院坝会改到明晚18:30开始').deadline?.day).toBe('2026-11-17');
});

it('that it is too late after the new time says nothing against it', () => {
  expect(readChange('自查表延到25号中午12点 再晚没有了')).toMatchObject({ change: 'deadline', deadline: { day: '2026-11-25' } });
});

it('what is called off beside a move is another thing', () => {
  const [moved, off] = changesOf(...seenAs('开幕式挪到11月25日,今天下午3点的彩排不搞了,音响我去退', 'update'));
  expect([moved?.change, moved?.deadline?.day, moved?.moves]).toEqual(['deadline', '2026-11-25', undefined]);
  expect([off?.change, off?.topics, off?.deadline, off?.besides]).toEqual(['cancel', ['彩排'], null, true]);
  const [, paper] = changesOf(...seenAs('省里年底不来了,推到春节后,三个资料盒的事先停,大家忙体检', 'update'));
  expect([paper?.change, paper?.besides]).toEqual(['cancel', true]);
  for (const one of ['开幕式挪到11月25日,运动会没有取消', '开幕式挪到11月25日,彩排不取消', '开幕式挪到11月25日,要是下雨彩排取消'])
    expect(changesOf(...seenAs(one, 'update')), one).toHaveLength(1);
  for (const one of ['下午的会取消,改到明天上午9点', '早餐推迟到8点,过了就刷不开了'])
    expect(changesOf(...seenAs(one, 'update')), one).toHaveLength(1);
});

it('several corrections are read item by item', () => {
  const all = changesOf(...seenAs('两处更正。①自查表18日下班前交,现改为17日10:00前交。②年审表20日下班前交,现改为19日下班前交。', 'update'));
  expect(all.map(({ deadline }) => deadline?.day)).toEqual(['2026-11-17', '2026-11-19']);
  expect(all.map(({ topics }) => topics.includes('年审'))).toEqual([false, true]);
  expect(all.map(({ besides }) => besides)).toEqual([undefined, true]);
  const [view] = seenAs('两处更正。①自查表18日下班前交,现改为17日10:00前交。②年审表20日下班前交,现改为19日下班前交。', 'update');
  expect(all.map(({ deadline }) => view.message.text.slice(...(deadline?.span ?? [0, 0])))).toEqual(
    all.map(({ deadline }) => deadline?.phrase),
  );
  // What is named before the items is what the first of them is about, too.
  expect(changesOf(...seenAs('防汛调度会两处更正:1.时间改为明天15:00;2.带队名单不用报了', 'update'))[0]?.topics).toContain('防汛');
});

it('a paper, and another place, are told from other things', () => {
  expect(readChange('昨天要的那份,缓到18号').handsIn).toBe(true);
  expect(readChange('昨天要的那次走访,缓到18号').handsIn).toBeUndefined();
  expect(readChange('推进会换地方,改到门诊楼五楼,14:30不变').elsewhere).toBe(true);
  for (const text of ['推进会改到明天下午三点', '会议还是下午3点,集合点不变', '名单改到周五站里收'])
    expect(readChange(text).elsewhere).toBeUndefined();
});

it('a clause that says that something else stays is not what is changed', () => {
  for (const stays of ['西线照原来的', '西线那张不延', '西线那两份不在此列'])
    expect(readChange(`北线的沙障宽到18号前,${stays}`).topics).not.toContain('西线');
  expect(readChange('北线的沙障宽到18号前').topics).toContain('北线');
  expect(readChange('东村的册子照旧,西村的台账改到周五').topics).not.toContain('册子');
});

it('a bare verb moves only what stands right behind it', () => {
  expect(changeOf(...seenAs('新增返乡的逐人改,今晚24点前提交', 'directive')).moves).toBeUndefined();
  expect(changeOf(...seenAs('那几个烤肠推车 十一点前清走', 'directive')).moves).toBeUndefined();
  expect(changeOf(...seenAs('值班表改今晚24点前提交', 'directive')).moves).toBe(true);
});

it('nothing is moved to when it came last time', () => {
  const text = '书记们,国庆值班表各人记得交哈,这周五为限,总群有空表。去年有三个社区拖到放假前一晚,今年饶了我吧';
  expect(changeOf(...seenAs(text, 'update')).deadline?.phrase).not.toContain('放假');
  expect(changeOf(...seenAs(text, 'update')).moves).toBeUndefined();
});

it('what the speaker is to get counts before what others want by when', () => {
  const change = changeOf(...seenAs('值班表提前要,县里明天上午10点就收,你们今晚8点给我', 'update'));
  expect(change.deadline?.at).toBe(at('2026-11-16 20:00'));
});

it('a part of the day alone moves nothing', () => {
  expect(readChange('老者没大事 下午就回 这个事过了').change).not.toBe('deadline');
});

it('who else needn’t hurry moves nothing', () => {
  expect(changeOf(...seenAs('三家的协议装好袋,11月18日前送到我这儿。其他三家先不急。', 'directive')).moves).toBeUndefined();
  expect(changeOf(...seenAs('协议先不急,11月18日前送到我这儿。', 'directive')).moves).toBe(true);
});

it('what is hardly an update asks by itself where nothing fits it', () => {
  const text = '普查业务培训:今天下午3点,三楼大会议室,本群的都来';
  const change = changeOf(...seenAs(text, 'update', 0.39));
  expect([change.asks, change.fallback?.kind, change.fallback?.deadline?.at]).toEqual([true, 'meeting', at('2026-11-16 15:00')]);
  expect(changeOf(...seenAs(text, 'update', 0.9)).asks).toBe(false);
});

describe('the time that now holds', () => {
  it.each([
    ['is the one in the sentence of the old one', '缴费期延长至2027年2月28日。名单不用今天中午了,改为11月18日中午12点前报', '2026-11-18'],
    ['is never one that is over', '昨天那条写错了,表是11月20日下班前', '2026-11-20'],
    ['is left where the other one is off', '会议室让回来了,例会恢复原时间,今天下午3点。明天上午9点不开了', '2026-11-16'],
    ['is where it was put back to', '包保表又改回来了,还是明天下班前,县里不要早了', '2026-11-17'],
    ['is on the day that is named before it', '明天的会挪上午9点,看到回一下', '2026-11-17'],
    ['is not the one that it is moved from', '最后一次顺延:缴费的期限由11月18日放到11月20日', '2026-11-20'],
    ['is not what it must not get to be', '缓一缓可以,别拖到20号,18号下班前收齐', '2026-11-18'],
    ['is said with how long it is put off', '走访表再放两天,18号前交', '2026-11-18'],
    ['is said by a verb said twice', '计划表宽一宽,后天中午12点前给我就行', '2026-11-18'],
    ['is told after “再变一回”', '再变一回:检查组是明天下午2点到', '2026-11-17'],
  ])('%s: %s', (_, text, day) => {
    const { change, deadline } = readChange(text);
    expect([change, deadline?.day]).toEqual(['deadline', day]);
  });
});

it('moves nothing to what it must not get to be', () => expect(readChange('歇可以,莫歇到四点半').deadline).toBeNull());

describe('a change for some alone', () => {
  it.each([
    ['缴费表给沙窝单独宽到11月20日,别的村还是18日', true],
    ['沙窝的可以缓,延到11月20日,其余村不变', true],
    ['缴费表延到11月20日', undefined],
    ['轮水会改到下午4点半,其他不变', undefined],
    ['资料延一天,改到明天中午12点前。已经发来的沙窝我在看,有缺的单独说', undefined],
  ])('%s', (text, only) => expect(readChange(text).only).toBe(only));
});

it('a time that is asked about is none that it was moved to', () => {
  const change = changeOf(...seenAs('底册截止时间改到明天中午12点,别再问是不是今天五点啦', 'update'));
  expect([change.deadline?.at, change.otherwise]).toEqual([at('2026-11-17 12:00'), []]);
});

it('a time at which it rains is none that it was moved to', () => {
  const change = changeOf(...seenAs('麦田第一遍药提到明天下午6点前打完 20号下雨', 'update'));
  expect([change.deadline?.at, change.otherwise]).toEqual([at('2026-11-17 18:00'), []]);
});

it('a time at which nobody needs to hurry any more is none that it was moved to', () => {
  const change = changeOf(...seenAs('学位表往后挪,周五(20日)上午10点前报樊科长,明天中午不用赶了', 'update'));
  expect([change.deadline?.at, change.otherwise]).toEqual([at('2026-11-20 10:00'), []]);
});

it('lifts an order in so many words', () => {
  expect(readChange('回港令解除').lifts).toBe(true);
  expect(readChange('报表取消').lifts).toBeUndefined();
});

it('what is held no more this afternoon is that of today, whatever day it is moved to', () => {
  expect(readChange('下午的会不开了,改明天下午3点').oldDay).toBe(readChange('今天下午的会不开了,改明天下午3点').oldDay);
});
