/** Days told from a holiday: from the one that is just over, or the one ahead; and the last working day before a named one. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt } from '../reading-at.ts';

describe('days after a holiday', () => {
  it.each<[string, string, string]>([
    ['节后第三个工作日前把值班补贴表报来', '2026-02-24T08:40', '2026-02-27T00:00 day'],
    ['年后第三个工作日前把开工审批表交我', '2026-02-24T08:40', '2026-02-27T00:00 day'],
    ['春节后第五个工作日前把记录交来', '2026-02-25T08:40', '2026-03-01T00:00 day'],
    ['节后两个工作日内报假期值班小结', '2026-05-06T09:00', '2026-05-08T00:00 day'],
    ['节后第一个工作日下班前报返岗情况', '2026-10-08T09:00', '2026-10-08T17:30 hour end_of_work'],
    // Another holiday is near.
    ['节后第一个工作日下班前报返岗情况', '2026-09-28T09:00', '2026-10-08T17:30 hour end_of_work'],
    // That day has passed.
    ['节后第一个工作日前交防汛值班表', '2026-05-08T09:00', '2026-06-23T00:00 day'],
  ])('%s (%s)', (text, sentAt, deadline) => {
    expect(deadlinesAt(text, sentAt)).toEqual([deadline]);
  });
});

describe('the last working day before a named holiday', () => {
  it.each<[string, string, readonly string[]]>([
    ['清明放假前的最后一个工作日,各组把承诺书交齐', '2026-04-01T10:20', ['2026-04-04T00:00 day']],
    ['五一前最后一个工作日下班前,把演练报告归档', '2026-04-27T10:20', ['2026-04-30T17:30 hour end_of_work']],
    ['国庆节前倒数第二个工作日前交自查表', '2026-09-21T10:20', ['2026-09-30T00:00 day']],
    ['明天是节前最后一个工作日,注意安全', '2026-04-02T10:20', []],
  ])('%s', (text, sentAt, deadlines) => {
    expect(deadlinesAt(text, sentAt)).toEqual(deadlines);
  });
});

describe('the nth working day from a day that is told', () => {
  it.each<[string, readonly string[]]>([
    ['自明天起算,第五个工作日前完成评估', ['2026-10-27T00:00 day']],
    ['从明天算起第三个工作日前把材料补齐', ['2026-10-23T00:00 day']],
    ['自10月21日起第5个工作日前办结', ['2026-10-28T00:00 day']],
    ['收到通知后第三个工作日前回复', ['2026-10-23T00:00 day']],
    ['第三个工作日他才来', []],
  ])('%s', (text, deadlines) => {
    expect(deadlinesAt(text, '2026-10-19T11:30')).toEqual(deadlines);
  });
});
