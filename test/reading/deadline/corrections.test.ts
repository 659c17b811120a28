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
