/** Of a corrected time only the valid value is a deadline; the old one stays, with its value. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt, othersAt } from './reading-at.ts';

describe('moved deadlines', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['报送时间由15日延至22日', ['2026-03-23T00:00 day'], ['15日:old 2026-03-16T00:00']],
    ['不是21号是31号前交', ['2026-04-01T00:00 day'], ['21号:old 2026-03-22T00:00']],
    ['是31号前交,不是21号', ['2026-04-01T00:00 day'], ['21号:old 2026-03-22T00:00']],
    ['原定周五交的名单,现改为下周二下班前', ['2026-03-10T17:30 hour end_of_work'], ['周五:old 2026-03-07T00:00']],
    ['请将“3月12日”改为“3月11日”前反馈', ['2026-03-12T00:00 day'], ['3月12日:old 2026-03-13T00:00']],
    ['12号前报→改13号前报', ['2026-03-14T00:00 day'], ['12号前:old 2026-03-13T00:00']],
    ['周五→下周一交', ['2026-03-10T00:00 day'], ['周五:old 2026-03-07T00:00']],
    ['年审表改到下周一中午12点前', ['2026-03-09T12:00 hour'], []],
    ['低保年审延到下周一中午12点,别当成不弄了', ['2026-03-09T12:00 hour'], []],
    ['名单报送时间不变,仍是3月14日前', ['2026-03-15T00:00 day'], []],
    ['5日内改为3日内报', ['2026-03-08T00:00 day'], ['5日内:old 2026-03-10T00:00']],
    ['星期五以前 不 星期四下班以前交齐', ['2026-03-05T17:30 hour end_of_work'], ['星期五以前:old 2026-03-07T00:00']],
  ])('%s', (text, deadlines, others) => {
    expect(deadlinesAt(text)).toEqual(deadlines);
    expect(othersAt(text)).toEqual(others);
  });
});

describe('moved events', () => {
  it.each<[string, readonly string[]]>([
    ['原定明天上午的会改到后天下午3点', ['明天上午:old 2026-03-05T12:00', '后天下午3点:event 2026-03-06T15:00']],
    ['培训由周五下午3点提前到2点', ['周五下午3点:old 2026-03-06T15:00', '2点:event 2026-03-06T14:00']],
    ['公交延长到次日凌晨1点', ['次日凌晨1点:event 2026-03-05T01:00']],
  ])('%s', (text, others) => {
    expect(deadlinesAt(text)).toEqual([]);
    expect(othersAt(text)).toEqual(others);
  });
});

describe('a clock that is set right before its day is told', () => {
  it.each<[string, readonly string[]]>([
    ['时间又变,9点→8点半,明早把门禁记录送来', ['2026-03-05T08:30 minute']],
    ['时间改了,由10点改到9点半,明天上午把签到表报来', ['2026-03-05T09:30 minute']],
    ['9点改到8点半。表周五交', ['2026-03-04T20:30 minute', '2026-03-07T00:00 day']],
  ])('%s', (text, deadlines) => {
    expect(deadlinesAt(text)).toEqual(deadlines);
  });
});

describe('what is told of a shift besides its days', () => {
  it.each<[string, readonly string[]]>([
    ['时间提前一天,由8日改到7日,是体检表', ['2026-03-08T00:00 day']],
    ['3.20→3.23,秋季征兵体检名单', ['2026-03-24T00:00 day']],
    ['14:00→15:00,下午的碰头会往后挪一小时', []],
    ['把21号的会往后推一天,材料还是20号交', ['2026-03-21T00:00 day']],
    ['截止栏误填为3月28日,实为3月18日,请照此办理', ['2026-03-19T00:00 day']],
    ['台账昨天喊的三天内交,吴主任说了情,多给两天:3月9日以前交', ['2026-03-10T00:00 day']],
    ['报送时间由每周五提前,本周的请于周四中午12:00前报,周五不再收', ['2026-03-05T12:00 minute']],
    ['表下午3:30前改完,系统四点锁', ['2026-03-04T15:30 minute']],
    ['系统四点锁', ['2026-03-04T16:00 hour']],
    ['每天9:00前报人数,统计员下午要汇总', ['2026-03-05T09:00 minute daily']],
  ])('%s', (text, deadlines) => {
    expect(deadlinesAt(text)).toEqual(deadlines);
  });
});

describe('times said to hold no longer', () => {
  it.each<[string, readonly string[]]>([
    ['原计划月底完成的复核,县里要求提速,20日完成', ['2026-03-21T00:00 day']],
    ['说好的20号交表,经不住念叨,宽到25号', ['2026-03-26T00:00 day']],
    ['以前是5天内,这批3天内回', ['2026-03-08T00:00 day']],
    ['名单12日才收,10日不收', ['2026-03-13T00:00 day']],
    ['自查报告以3月28日为准(原3月25日)', ['2026-03-29T00:00 day']],
    ['周五交改周四交', ['2026-03-06T00:00 day']],
    ['提前到周四上午前,哦不对,周四中午12点前', ['2026-03-05T12:00 hour']],
    ['养护申请是3月18号,不是3月81号', ['2026-03-19T00:00 day']],
    ['尺码统计改到今晚!今晚9点前!', ['2026-03-04T21:00 hour']],
    ['截止时间提前1天,即3月11日', ['2026-03-12T00:00 day']],
  ])('%s', (text, deadlines) => {
    expect(deadlinesAt(text)).toEqual(deadlines);
  });

  it.each<[string, readonly string[]]>([['提交日没变化,3月20日前,之前谣传的延到5月是假的', ['2026-03-21T00:00 day']]])(
    'but not by a rumour: %s',
    (text, deadlines) => {
      expect(deadlinesAt(text)).toEqual(deadlines);
    },
  );

  it('but not where all stays as it was', () => {
    expect(othersAt('原定周五的现场会照常,周四前报名单')).toEqual(['周五:other 2026-03-07T00:00']);
  });
});

describe('slips of the pen', () => {
  it.each<[string, readonly string[]]>([
    ['周四上午11点前交,我写成周五了', ['2026-03-05T11:00 hour']],
    ['截止日期应为3月18日,原文误写为3月28日', ['2026-03-19T00:00 day']],
    ['我把16号打成26号了,16号前交', ['2026-03-17T00:00 day']],
    ['“3月28日前”系“3月18日前”之误', ['2026-03-19T00:00 day']],
    ['文件上22号交的,实际18号就要', ['2026-03-19T00:00 day']],
    ['上次写成22号的那张表,18号前交', ['2026-03-19T00:00 day']],
    ['明天下班前报,昨天群里发成后天了', ['2026-03-05T17:30 hour end_of_work']],
    ['登记本上的3月13日划掉,写成3月10日,进度表那天收', ['2026-03-11T00:00 day']],
    ['原通知3月25日前交的封存表,因25号放假,改3月24日15:00前交', ['2026-03-24T15:00 minute']],
    ['刚才那条发错了,请忽略。本月报表时间是25号前', ['2026-03-26T00:00 day']],
    ['刚说的20号记错了,19号', ['2026-03-20T00:00 day']],
    ['上面催得急,把22号那个提到19号', ['2026-03-20T00:00 day']],
    ['日期以今天这份为准:3月22日前反馈', ['2026-03-23T00:00 day']],
    ['不是下周,就这周五', ['2026-03-07T00:00 day']],
    ['不是周五就是周六', []],
    ['不是让你们今天交,是明天中午前', ['2026-03-05T12:00 hour noon']],
    ['本来定周三交,因系统升级顺延至周五', ['2026-03-07T00:00 day']],
    ['去年不是元旦前才交的吗', []],
  ])('%s', (text, expected) => {
    expect(deadlinesAt(text)).toEqual(expected);
  });
});

describe('times that ask for nothing', () => {
  it.each([
    '末班车18:20发,别误了',
    '早知道周五就把这活干了',
    '这药要在晚饭前半小时喝',
    '周末前估计修不好',
    '平时下班前都要关好电脑',
    '3月8日前的工资都发了',
    '不用赶在今天报',
    '快递显示明天下午3点送达',
  ])('%s', (text) => {
    expect(deadlinesAt(text)).toEqual([]);
  });

  it('unless they are orders', () => {
    expect(deadlinesAt('请确保8点前供应早饭')).toEqual(['2026-03-04T20:00 hour']);
    expect(deadlinesAt('明天上午9点省厅来看粮库,8点前把地磅区清理干净')).toEqual(['2026-03-05T08:00 hour']);
    expect(deadlinesAt('督导组6日9:40到水库。请两位上午9点前在坝头候着')).toEqual(['2026-03-06T09:00 hour']);
    expect(deadlinesAt('6日上午9点在集市摆台,各村派2人来发单页,9点半前把集市走完一遍')).toEqual(['2026-03-06T09:30 minute']);
  });
});
