import { describe, expect, it } from 'vitest';
import type { OtherTime } from '../../../src/model/deadline.ts';
import { impliedDeadline, mainDeadline } from '../../../src/reading/directive/main-deadline.ts';
import { aDeadline, at } from '../../kit/digest-builders.ts';

const SENT = at('2026-11-16 09:00');

function chosen(text: string, times: Readonly<Record<string, string>>): string | undefined {
  const placed = Object.entries(times).map(([phrase, when]) => {
    const start = text.indexOf(phrase);
    return { deadline: aDeadline({ phrase, at: at(when) }), span: [start, start + phrase.length] as const };
  });
  return mainDeadline(placed, text, SENT)?.phrase;
}

describe('of several deadlines', () => {
  it.each([
    [
      'a limit counts before a day that is only named',
      '种子补贴今天到账,20号前发到各户',
      { 今天: '2026-11-17 00:00', '20号前': '2026-11-21 00:00' },
      '20号前',
    ],
    [
      'what is handed in counts before what is done on the way',
      '今晚把旱厕走一遍,明天中午把台账报我',
      { 今晚: '2026-11-17 00:00', 明天中午: '2026-11-17 12:00' },
      '明天中午',
    ],
    [
      'what is handed to somebody counts before where all are sent',
      '今明两天都给我下去,全部核一遍,后天中午12点交给小高',
      { 今明两天: '2026-11-18 00:00', 后天中午12点: '2026-11-18 12:00' },
      '后天中午12点',
    ],
    [
      'how long something else goes on counts for nothing beside what is handed in',
      '征缴到31号截止,1月5日前各乡镇交一份总结',
      { '31号截止': '2027-01-01 00:00', '1月5日前': '2027-01-06 00:00' },
      '1月5日前',
    ],
    [
      'what is handed in until then counts before what others do with it',
      '各村普查数据填报到27日截止,30日前县里抽查',
      { '27日截止': '2026-11-28 00:00', '30日前': '2026-12-01 00:00' },
      '27日截止',
    ],
    [
      'what holds for all counts before what holds for some of them',
      '患者10月底前每人见一次,控制不满意的两周内再见第二面',
      { '10月底前': '2026-12-11 00:00', 两周内: '2026-11-30 00:00' },
      '10月底前',
    ],
    [
      'a limit counts before a day that only tells which thing is handed in',
      '请各村把学生周五走路要过的塌方路段报给我,周四12点前发微信',
      { 周五: '2026-11-21 00:00', 周四12点前: '2026-11-19 12:00' },
      '周四12点前',
    ],
    [
      'the local limit comes before that of the notice',
      '请各县30日前报送。我县25日前报来',
      { '30日前': '2026-12-01 00:00', '25日前': '2026-11-26 00:00' },
      '25日前',
    ],
    [
      'what the speaker is to get counts before what others ask of the speaker',
      '旗里要求7月1日前报人;苏木要先筛,23号上午报我',
      { '7月1日前': '2027-07-02 00:00', '23号上午': '2026-11-23 12:00' },
      '23号上午',
    ],
    [
      'what is still to come counts before what is past',
      '15日前没报的,18日前补报',
      { '15日前': '2026-11-16 00:00', '18日前': '2026-11-19 00:00' },
      '18日前',
    ],
  ])('%s', (_, text, times, phrase) => {
    expect(chosen(text, times)).toBe(phrase);
  });
});

it('neither the morning that is over nor a stretch of time binds anybody', () => {
  const implied = (phrase: string, text: string): string | undefined => {
    const start = text.indexOf(phrase);
    const span = [start, start + phrase.length] as const;
    const { at: instant, day, precision, anchor } = aDeadline({ at: at('2026-11-16 12:00') });
    const time: OtherTime = { phrase, span, role: 'other', value: { at: instant, day, precision, basis: 'assumed', anchor }, steps: [] };
    return impliedDeadline([{ time, span }], text, SENT)?.phrase;
  };
  expect(implied('今早', '今早坐车出来,盲道上支着油锅')).toBeUndefined();
  expect(implied('周四上午', '晓彤,斌哥这个你同我周四上午一齐去供电所')).toBe('周四上午');
  expect(implied('周四上午', '斌哥这个我周四上午去供电所')).toBeUndefined();
  expect(implied('今天', '今天坐会议室我这老寒腿受不了,你看看嘛')).toBeUndefined();
  expect(implied('今天', '今天能不能全换掉')).toBe('今天');
  expect(implied('一上午', '这三个字我听了一上午')).toBeUndefined();
  expect(implied('今天上午', '你今天上午跑一趟县里')).toBe('今天上午');
  expect(implied('上午', '长河,你上午先去看一眼')).toBe('上午');
  expect(implied('下午', '快递下午到,各村派人来领种子袋')).toBeUndefined();
  expect(implied('下午', '书记下午带人来,各村把公示栏擦干净')).toBeUndefined();
  expect(implied('下午', '我这下午去县里')).toBeUndefined();
  expect(implied('下午', '长庚下午去过了,裂缝没有变')).toBeUndefined();
  expect(implied('下午', '听说镇上下午来人')).toBeUndefined();
});

describe('an order without a deadline', () => {
  function implied(text: string, phrase: string, role: OtherTime['role'] = 'other', steps: readonly string[] = []) {
    const start = text.indexOf(phrase);
    const span = [start, start + phrase.length] as const;
    const { at: instant, day, precision, basis, anchor } = aDeadline({ at: at('2026-11-17 07:30') });
    const time: OtherTime = { phrase, span, role, value: { at: instant, day, precision, basis, anchor }, steps };
    return impliedDeadline([{ time, span }], text, SENT);
  }

  it('is due at the time that it names, which is never certain', () => {
    expect(implied('明早7:30,网格员带红马甲', '明早7:30')).toMatchObject({ phrase: '明早7:30', certain: false });
  });

  it.each([
    ['我9点带设计院的人来', '9点', 'other'],
    ['晚上散步看见车堆了三层', '晚上', 'other'],
    ['去年11月17日割过一回', '11月17日', 'past'],
    ['看了幼儿园今天的报到,小班哭成一片', '今天', 'other'],
  ] as const)('has none in “%s”', (text, phrase, role) => {
    expect(implied(text, phrase, role)).toBeNull();
  });

  it('has none that hangs on what may never happen', () => {
    expect(implied('哪天涨到11点7,当晚就撤人', '当晚', 'other', ['role/condition'])).toBeNull();
  });
});
