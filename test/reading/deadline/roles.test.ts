/** Deadlines told from every other time, and urgency from its words. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt, othersAt, readingAt } from './reading-at.ts';

describe('deadlines', () => {
  it.each<[string, readonly string[]]>([
    ['周五交', ['2026-03-07T00:00 day']],
    ['各村书记明天下午把表交来', ['2026-03-05T17:30 half_day end_of_work']],
    ['明天是最后期限', ['2026-03-06T00:00 day']],
    ['时限:3个工作日', ['2026-03-10T00:00 day']],
    ['明早8点报我', ['2026-03-05T08:00 hour']],
    ['今天弄完', ['2026-03-05T00:00 day']],
    ['最迟明天中午', ['2026-03-05T12:00 hour noon']],
    ['报名截止3月20日', ['2026-03-21T00:00 day']],
    ['表交上来,周五', ['2026-03-07T00:00 day']],
    ['后儿个晌午前弄完', ['2026-03-06T12:00 hour noon']],
    ['明朝头晌交', ['2026-03-05T12:00 half_day noon']],
    ['名天下班钱交', ['2026-03-05T17:30 hour end_of_work']],
    ['今天十一点之前补齐行不行', ['2026-03-04T11:00 hour']],
    ['收到,3点前报', ['2026-03-04T15:00 hour']],
    ['明早7点前我来转', ['2026-03-05T07:00 hour']],
    ['如有异议,请于3月20日前反馈', ['2026-03-21T00:00 day']],
    ['占奎明天上午带挖机去,把压地的泥挪走', ['2026-03-05T12:00 half_day noon']],
  ])('%s', (text, expected) => {
    expect(deadlinesAt(text)).toEqual(expected);
  });
});

describe('other times', () => {
  it.each<[string, readonly string[]]>([
    ['明天下午3点在三楼开会', ['明天下午3点:event 2026-03-05T15:00']],
    ['3月10日(周二)上午9:00,二楼会议室,开推进会', ['3月10日(周二)上午9:00:event 2026-03-10T09:00']],
    ['明天(5日)下午3点,闸口东头,清淤现场会', ['明天(5日)下午3点:event 2026-03-05T15:00']],
    ['县交通局22号上午坐车看', ['22号上午:event 2026-03-22T12:00']],
    ['5月1日起执行', ['5月1日起:event 2026-05-02T00:00']],
    ['停电:3月10日8:00至17:00', ['3月10日8:00至17:00:event 2026-03-10T17:00']],
    ['2月25日已完成的村有三个', ['2月25日:past 2026-02-26T00:00']],
    ['4点过了还没报', ['4点过了:past 2026-03-04T16:00']],
    ['今天弄完了', ['今天:past 2026-03-05T00:00']],
    ['去年3月15日前归档', ['去年3月15日前:past 2025-03-16T00:00']],
    ['根据2月20日会议要求抓好落实', ['2月20日:past 2026-02-21T00:00']],
    ['截至3月3日,全镇累计完成85%', ['3月3日:period 2026-03-04T00:00']],
    ['1-2月数据有误', ['1-2月:period 2026-03-01T00:00']],
    ['堤北镇民政办\n2026年3月2日', ['2026年3月2日:document 2026-03-03T00:00']],
    ['我明天下午去县里', ['明天下午:other 2026-03-05T17:30']],
    ['考试3月10日上午9:00,请考生8:30前到考点', ['3月10日上午9:00:event 2026-03-10T09:00', '8:30前:event 2026-03-10T08:30']],
    ['合同3月31日到期', ['3月31日:event 2026-04-01T00:00']],
    ['大刘集今天上报310亩', ['今天:past 2026-03-05T00:00']],
    ['今天夜间到明天,多云', ['今天夜间到明天:period 2026-03-06T00:00']],
    ['我村3月10日前完成', ['3月10日前:other 2026-03-11T00:00']],
    ['要是周五前交不上就通报', ['周五前:other 2026-03-07T00:00']],
    ['听说年审提前到21号了', ['21号:other 2026-03-22T00:00']],
    ['是周五前交吗?', ['周五前:other 2026-03-07T00:00']],
    ['不用等到周五', ['周五:other 2026-03-07T00:00']],
    ['厂家说三天内发货', ['三天内:other 2026-03-08T00:00']],
    ['25日的培训取消', ['25日:old 2026-03-26T00:00']],
    ['「老李:周五前交」\n- - - - - -\n知道了', ['周五前:other 2026-03-07T00:00']],
    ['交节前检查照片', ['节前:other 2026-04-04T00:00']],
    ['发现险情后1小时内上报', ['1小时内:other']],
  ])('%s', (text, expected) => {
    expect(deadlinesAt(text)).toEqual([]);
    expect(othersAt(text)).toEqual(expected);
  });
});

describe('what is no time at all', () => {
  it.each([
    '收到',
    '12345热线24小时受理',
    '一点都不难',
    '零点一个百分点',
    '提三点要求',
    '1/3的村还没报',
    '3.15晚会',
    '第十一届村委会',
    '8号楼3单元301室',
    '电话0371-12345678',
    '版本2.10.3',
    '八一路小学',
    '三天内容汇总',
    '这两天把台账补一下',
    '长期坚持,抓实抓细',
    '周报格式',
  ])('%s', (text) => {
    expect(readingAt(text)).toEqual({ deadlines: [], otherTimes: [], urgency: 'none' });
  });
});

describe('times told from an event', () => {
  it.each<[string, readonly string[]]>([
    ['明天上午9点开会,会前把表交来', ['2026-03-05T09:00 hour']],
    ['3月10日15:00演练,各队演练前半小时到位', ['2026-03-10T14:30 minute']],
    ['3月20日开代表大会,建议请在会前3天交议案组', ['2026-03-18T00:00 day']],
    ['本月28日开述职大会,会后两天内报结果', ['2026-03-31T00:00 day']],
    ['今晚18点撤守。撤守后24小时内把灯还回来', ['2026-03-05T18:00 minute']],
    ['7日(周六)赶集,台账当天下班前必须交', ['2026-03-07T17:30 hour end_of_work']],
  ])('%s', (text, expected) => {
    expect(deadlinesAt(text)).toEqual(expected);
  });
});

describe('urgency', () => {
  it.each<[string, string]>([
    ['立即转移', 'immediate'],
    ['第一时间报告', 'immediate'],
    ['速回', 'immediate'],
    ['尽快报送', 'soon'],
    ['没报的抓紧', 'soon'],
    ['马上就要过年了', 'none'],
    ['不急,有空再弄', 'none'],
  ])('%s is %s', (text, urgency) => {
    expect(readingAt(text).urgency).toBe(urgency);
  });
});

describe('the steps', () => {
  it('tell how a deadline was read, from the atoms to the role', () => {
    expect(readingAt('周五下班前交').deadlines[0]?.steps).toEqual([
      'atom/weekday',
      'atom/anchor',
      'compose/day+anchor',
      'edge/before',
      'clock/end-of-work',
      'role/before-word',
    ]);
  });
});
