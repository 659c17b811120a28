import { describe, expect, it } from 'vitest';
import type { Label } from '../../../src/model/label.ts';
import type { Verdict } from '../../../src/model/reading.ts';
import { asksOfTurn } from '../../../src/reading/directive/parts.ts';
import { viewOf } from '../../../src/reading/view.ts';
import { said, TOWNSHIP } from '../../kit/chat-builders.ts';
import { at } from '../../kit/digest-builders.ts';
import { CALENDAR } from '../../kit/tuning-builders.ts';

/** The asks of a turn of 16 November, a Monday, at noon. */
function asked(...turn: readonly (readonly [Label, string])[]) {
  const judged = turn.map(([label, text], index) => {
    const message = said(`m${index}`, 'bo', '2026-11-16 12:00', text);
    const context = { org: TOWNSHIP, calendar: CALENDAR, group: TOWNSHIP.groupByKey.get('wechat\u0000g1'), recent: [] };
    const verdict: Verdict = {
      platform: 'wechat',
      group: 'g1',
      id: message.id,
      label,
      keep: true,
      unsure: false,
      confidence: 0.9,
      reasons: [],
    };
    return { view: viewOf(message, context, TOWNSHIP.personById.get('bo'), []), verdict };
  });
  return asksOfTurn(judged);
}

describe('the time of a task', () => {
  it('is the start of a gathering, not the limit of what goes with it', () => {
    expect(asked(['directive', '11月18日15:00三楼开推进会,11月17日12:00前报参会名单'])).toMatchObject([
      { kind: 'meeting', deadline: { at: at('2026-11-18 15:00') } },
    ]);
  });

  it('is not that of the weather which is why', () => {
    const turn = asked(['directive', '后天预报有雨,那截沟堵死了,一个村出三个劳力把沟掏通'], ['part', '明天下午3点在桥头碰']);
    expect(turn).toMatchObject([{ deadline: { at: at('2026-11-17 15:00') } }]);
  });

  it('is the start of a gathering at the end of a report, whatever was told before it', () => {
    const told = '一周通报:灾情零报告16日8时19分收齐,跳板当天发现当天更换。另,11月20日上午8:30三楼会议室开讲评会,各村书记到会';
    expect(asked(['directive', told])).toMatchObject([
      { kind: 'meeting', title: expect.stringContaining('开讲评会'), deadline: { at: at('2026-11-20 08:30') } },
    ]);
  });

  it('is the sign-up of what people are sent to, and the start of a meeting that they sign up for', () => {
    expect(asked(['directive', '红十字会11月25日办急救培训。请每村推荐1名参加,11月18日下午5点前在本群接龙'])).toMatchObject([
      { kind: 'directive', deadline: { at: at('2026-11-18 17:00') } },
    ]);
    expect(asked(['directive', '#接龙\n25号招聘会,各村动员5个人,报了名的接起来,18号晚上8点截止'])).toMatchObject([
      { deadline: { at: at('2026-11-18 20:00') } },
    ]);
    expect(asked(['directive', '11月18日15:00三楼开推进会,请各村书记参加,来的11月17日12:00前接龙'])).toMatchObject([
      { kind: 'meeting', deadline: { at: at('2026-11-18 15:00') } },
    ]);
  });

  it('is none of the evening, where the hour has just gone', () => {
    expect(asked(['directive', '11:40到岩脚,裂缝长6米,学生一律走机耕路'])[0]?.deadline).toBeNull();
  });

  it('is the start of a gathering that is only set for now, and of none where a body is named by its name', () => {
    expect(asked(['directive', '督查反馈会暂定17日17:00,三楼,四办主任一个别缺'])).toMatchObject([
      { kind: 'meeting', deadline: { at: at('2026-11-17 17:00') } },
    ]);
    expect(asked(['directive', '17日17:00到管委会,把点位图带上'])).toMatchObject([{ kind: 'directive' }]);
  });

  it('is the limit of what is handed in for an occasion, though it be records of meetings', () => {
    const [ask] = asked(['directive', '省督查11月20日到镇。各村把台账、会议记录归盒,11月18日17:30前放到三楼']);
    expect(ask).toMatchObject({ kind: 'directive', deadline: { at: at('2026-11-18 17:30') } });
  });

  it('is when the speaker gets what others will meet about', () => {
    const text = '11月23日上午党委会,听三家准备情况。各交一页材料,20日下午4点前给我';
    expect(asked(['directive', text])).toMatchObject([{ kind: 'directive', deadline: { at: at('2026-11-20 16:00') } }]);
    expect(asked(['directive', `${text},负责人参加`])).toMatchObject([{ deadline: { at: at('2026-11-23 12:00') } }]);
  });

  it('is not the festival that a gathering is about', () => {
    expect(asked(['directive', '明天下午三点三楼那个会书记本人来,讲春节的'])).toMatchObject([
      { kind: 'directive', deadline: { at: at('2026-11-17 15:00') } },
    ]);
  });

  it('is the hour of the occasion where its day was named before', () => {
    expect(asked(['directive', '20日放假前最后一个早上,车肯定多。20日早上7点20到校门口集合'])).toMatchObject([
      { deadline: { at: at('2026-11-20 07:20') } },
    ]);
  });

  it('is the hour of a day of which only a part was named before', () => {
    expect(asked(['directive', '明天是最后一个早上,接孩子的车多。两家各出四个人,早上7点20站到校门口'])).toMatchObject([
      { deadline: { at: at('2026-11-17 07:20') } },
    ]);
  });

  it('is none that hangs on what may never happen', () => {
    expect(asked(['directive', '督查组当天现场抽签,抽到哪个村,半小时内书记带台账站到村部门口'])).toMatchObject([{ deadline: null }]);
  });
});

it('the hour that is set behind the feast by which something is to be', () => {
  const due = (text: string) => asked(['directive', text])[0]?.deadline?.at;
  expect(due('元旦前来一次夜查。30日20:00,各村各站同时出动,查完群里报一句')).toBe(at('2026-11-30 20:00'));
  expect(due('元旦前各村把台账交我')).toBe(at('2027-01-01 00:00'));
});

it('what others meet for is no gathering of those who are asked for something', () => {
  expect(asked(['directive', '林芳,周三县里开会要带一张图上去,17日上班前打好放他办公室'])).toMatchObject([
    { kind: 'directive', deadline: { day: '2026-11-17' } },
  ]);
});

describe('a fragment of a task', () => {
  it('gives it the hour that it names', () => {
    expect(asked(['directive', '东村、西村各派一个车来拉苗子'], ['part', '明天早上8点30分哈,来晚了苗子晒蔫算你们的'])).toMatchObject([
      { deadline: { at: at('2026-11-17 08:30') } },
    ]);
  });

  it('gives the day that was named its hour, and no other day', () => {
    const order = ['directive', '林芳、梅英,通道上堆的东西今天给我清掉'] as const;
    expect(asked(order, ['part', '晚上7点我从东头走到西头'])).toMatchObject([{ deadline: { at: at('2026-11-16 19:00') } }]);
    expect(asked(order, ['part', '明天9点前把照片发群里'])).toMatchObject([{ deadline: { day: '2026-11-16' } }]);
  });

  it('gives the limit of what tells only when something begins or takes place', () => {
    const due = (text: string, part: string) => asked(['directive', text], ['part', part])[0]?.deadline?.day;
    expect(due('今儿起全镇的猪都要打针,本子记好', '22号前打完')).toBe('2026-11-22');
    expect(due('11月20日早上7点在广场发车,路上管饭。各村把坐车的人填在表里报给我', '今天下午4点之前哈,过了点订不到车')).toBe('2026-11-16');
    expect(due('11月20日早上7点在广场发车,各村把坐车的人送到', '今天下午4点之前来看看路')).toBe('2026-11-20');
    expect(due('周五下午家长会,操场能不能打开让人停车', '周四中午12点前给我准信')).toBe('2026-11-19');
  });
});

describe('an occasion with an hour of its own', () => {
  const due = (text: string) => asked(['directive', text])[0]?.deadline?.at;

  it('is what people are sent to, whenever they are to have set up', () => {
    expect(due('咨询日定在11月18日上午9:00,东村广场。每个村设一个展台,到2人。8:40前布置完')).toBe(at('2026-11-18 09:00'));
    expect(due('11月18日上午9点领导来看,各村8:40前把展台布置完')).toBe(at('2026-11-18 08:40'));
  });

  it('begins at its hour, whatever it is put in front of', () => {
    expect(due('考核组明早进场前,市里临时加开视频调度会,11月17日8:40,各村书记必须到')).toBe(at('2026-11-17 08:40'));
  });
});
