import { describe, expect, it } from 'vitest';
import type { Label } from '../../../src/model/label.ts';
import type { Envelope } from '../../../src/model/message.ts';
import type { Verdict } from '../../../src/model/reading.ts';
import { asksOf } from '../../../src/reading/directive/asks.ts';
import { viewOf } from '../../../src/reading/view.ts';
import { said, TOWNSHIP } from '../../kit/chat-builders.ts';
import { CALENDAR } from '../../kit/tuning-builders.ts';

function asked(text: string, label: Label, confidence: number, replyTo?: string) {
  return asksIn(said('m1', 'bo', '2026-11-16 12:00', text, replyTo === undefined ? {} : { replyTo }), label, confidence);
}

function asksIn(message: Envelope, label: Label = 'directive', confidence = 0.9) {
  const context = { org: TOWNSHIP, calendar: CALENDAR, group: TOWNSHIP.groupByKey.get('wechat\u0000g1'), recent: [] };
  const verdict: Verdict = { platform: 'wechat', group: 'g1', id: 'm1', label, keep: true, unsure: false, confidence, reasons: [] };
  return asksOf(viewOf(message, context, TOWNSHIP.personById.get(message.sender.id), []), verdict);
}

it.each([
  ['林芳,户厕那个台账发在工作群了,20号前交齐', true],
  ['魏科那件事再讲多次:今晚12点前清完', true],
  ['小邹发的那个试水通知都看着没,明天下午5点前把没人的户报我', true],
  ['林芳,户厕台账20号前交齐', false],
])('speaks of something known or not: %s', (text, relayed) => expect(asked(text, 'directive', 0.9)[0]?.relayed).toBe(relayed));

it.each([
  ['11月23日全镇苹果观摩,展板文字20号前报办公室', ['2026-11-23']],
  ['展板文字20号前报办公室', undefined],
])('names days beside that of its deadline: %s', (text, days) => {
  expect(asked(text, 'directive', 0.9)).toMatchObject([{ deadline: { day: '2026-11-20' } }]);
  expect(asked(text, 'directive', 0.9)[0]?.days).toEqual(days);
});

it('is a gathering where heads are put together once', () => {
  expect(asked('专班的同志们,18号周三上午10点在二楼碰一次头,都参加', 'directive', 0.9)).toMatchObject([{ kind: 'meeting' }]);
});

it('work orders are told apart by their numbers', () => {
  const orders = asked(
    '今早来了2件:\n1、0720-11 东村路灯坏了。承办:东村,20日17:00前。\n2、0720-12 西村晚上机器吵。承办:西村,21日18:00前。',
    'appeal',
    0.9,
  );
  expect(orders.map(({ deadline }) => deadline?.day)).toEqual(['2026-11-20', '2026-11-21']);
});

it('where somebody only is calls nobody together', () => {
  const text = '林芳,镇长在县上开会,托我转句话:明天考察组要来,请你弄一页纸,下午四点前放她桌上';
  expect(asked(text, 'directive', 0.9)).toMatchObject([{ kind: 'directive', deadline: { day: '2026-11-16' } }]);
});

describe('a notice', () => {
  it('is an item where it is likely one', () => {
    expect(asked('办公室搬到三楼了', 'notice', 0.8)).toMatchObject([{ kind: 'notice' }]);
  });

  it('that is all but small talk is none, unless it presses', () => {
    expect(asked('灯谜会真热闹', 'notice', 0.1)).toEqual([]);
    expect(asked('三号站立即停机', 'notice', 0.1)).toMatchObject([{ kind: 'notice' }]);
  });
});

describe('a notice of somebody who gives tasks', () => {
  const rain = '【天气提示】今天到明天多云,北风3到4级,夜间最低零下20度,路面背阴处有薄冰,运煤车绕行的规定照旧。';
  it('is the task that its last line asks of somebody by a time', () => {
    expect(asked(`${rain}另外东村那台雾炮,林芳今天下午5点前试一遍`, 'notice', 0.5)).toMatchObject([
      { kind: 'directive', audience: { people: ['lin'] }, deadline: { day: '2026-11-16' } },
    ]);
    expect(asked(`${rain}另外东村那台雾炮,林芳去试一遍`, 'notice', 0.5)).toMatchObject([{ kind: 'notice' }]);
  });

  it('is read as a task, too, where it names a time by which it would be due', () => {
    const [notice] = asked('明天上午9点前把名单报到办公室', 'notice', 0.8);
    const [task] = asked('明天上午9点前把名单报到办公室', 'directive', 0.8);
    expect(notice?.asTask).toEqual(task);
    expect(task?.deadline).not.toBeNull();
  });

  it('is no task without such a time', () => {
    expect(asked('办公室搬到三楼了', 'notice', 0.8)[0]).not.toHaveProperty('asTask');
  });
});

it('a work order is about its own words, whatever times stand in the one before it', () => {
  const second = '②工单0802号:水厂后门消火栓漏水没人管';
  const [, order] = asked(`转办两件:\n①工单0301号:明天下午5点前查渠堤塌方\n${second}`, 'appeal', 0.9);
  const [alone] = asked(second, 'appeal', 0.9);
  expect(order?.topics).toContain('消火');
  expect(order?.topics).toEqual(alone?.topics);
});

describe('a task without words', () => {
  it('has the title of its file, and the words of that name', () => {
    const message = { ...said('m1', 'bo', '2026-11-16 12:00', ''), kind: 'file' as const, file: { name: '独居老人走访表.docx' } };
    const [ask] = asksIn(message);
    expect(ask?.title).toMatch(/发的文件《独居老人走访表\.docx》$/u);
    expect(ask?.topics).toEqual(expect.arrayContaining(['独居', '走访']));
    expect(ask?.object).not.toContain('文件');
  });
});

describe('a task', () => {
  it('are due on the day that was said with their hour before', () => {
    const [first] = asked(
      '定于11月21日(周六)14:30开展疏散演练,要求:\n一、14:30统一听广播信号开始,全体往高处走;\n二、11月22日下班前报总结。',
      'directive',
      0.9,
    );
    expect(first?.deadline?.day).toBe('2026-11-21');
  });

  it('are due by the time that is said below what another office has written', () => {
    const quoted =
      '市局通知:“请各县(市、区)于12月15日前汇总上报持证情况,含证号、到期日。”\n——15号是县里报市里的,各矿12月8日17:30前就得到我邮箱,没复审的用红字。';
    const [ask] = asked(quoted, 'directive', 0.9);
    expect(ask?.deadline?.day).toBe('2026-12-08');
  });

  it('tells what it replies to, and that it speaks for another', () => {
    expect(asked('转镇长要求:名册报我', 'directive', 0.9, 'm0')).toMatchObject([{ repliesTo: 'm0', handedOn: true }]);
    expect(asked('名册报我', 'directive', 0.9)[0]).not.toHaveProperty('handedOn');
  });

  it.each([
    ['就是民政那张表,不用重复填', { relayed: true, apart: false }],
    ['凡是一个班出现5例的,当天上报', { relayed: false, apart: false }],
    ['这个不是公卫月报,别填完公卫那张就以为交差了', { relayed: false, apart: true }],
    ['另外说个急的:退回来的9张卡,卡号改对了明天发我', { relayed: false, apart: true }],
    ['再一个,每天16:30前报一行', { relayed: false, apart: true }],
    ['另外发一份给综治办,明天下班前', { relayed: false, apart: false }],
  ])('says that it is the same, or another: “%s”', (text, says) => {
    expect(asked(text, 'directive', 0.9)).toMatchObject([says]);
  });
});

describe('a task that says what it isn’t', () => {
  it('has neither title nor topics of that', () => {
    const [task] = asked('请11月20日前报失能老人摸底表,这张跟高龄年审的花名册是两回事', 'directive', 0.9);
    expect(task?.title).not.toContain('花名册');
    expect(task?.topics).not.toContain('年审');
    expect(task?.topics).toContain('摸底');
  });
});

describe('work orders of one message', () => {
  it('are an item each, by their numbers, with their own time', () => {
    const text = '今日转办两件:\n1、AY0615-03:三号楼停水四天,11月17日17:00前办结。\n2、AY0615-08:路边羊粪,11月16日18:00前办结。';
    expect(asked(text, 'appeal', 0.9).map(({ deadline }) => deadline?.day)).toEqual(['2026-11-17', '2026-11-16']);
  });

  it('are none where figures only look like numbers: what is told beside them is told', () => {
    const text = '今天巡查:1、河堤渗水,宽10-15厘米;2、护栏缺20-30米;3、变压器冒火花,赶紧派人';
    expect(asked(text, 'hazard', 0.9)).toHaveLength(1);
  });
});

it('a list for all who are rung asks by each item whom that names', () => {
  const text =
    '三件事:\n1.仓库的消防,东村今天过一遍,明天下午6点前报我。\n2.停车,林芳今天下班前把车位图给我。\n3.大家明天上午10点前各交一句话。';
  const asks = asksIn(said('m1', 'bo', '2026-11-16 12:00', text, { mentions: ['lin', 'mei', 'bo'] }));
  expect(asks.map(({ audience }) => audience.people)).toEqual([['lin'], ['lin'], ['lin', 'mei']]);
});

it.each<readonly [text: string, sender: string, day: string | undefined]>([
  ['今天赶场 街上药房门口排起长龙 拿医保卡刷三百送一桶油', 'lin', undefined],
  ['今天赶场 街上药房门口排起长龙 拿医保卡刷三百送一桶油 帮忙看看', 'lin', '2026-11-16'],
  ['今天赶场 街上药房门口排起长龙 拿医保卡刷三百送一桶油', 'bo', '2026-11-16'],
  ['去办船检 厂里有人要二百加急费 给了当天就能盖章', 'lin', undefined],
])('the day of a danger is when it was seen, unless something is asked or somebody tells who gives tasks: %s', (text, sender, day) => {
  expect(asksIn(said('m1', sender, '2026-11-16 12:00', text), 'hazard')[0]?.deadline?.day).toBe(day);
});
