/** A year without a holiday notice: what hangs on its working days is not certain, and the digest says so. */
import { describe, expect, it } from 'vitest';
import { deadlineLine } from '../../../src/digest/render/deadline-line.ts';
import { textOf } from '../../../src/digest/render/line.ts';
import { anItem } from '../../kit/digest-builders.ts';
import { readingAt, TIMEZONE } from './reading-at.ts';

/** Working days and the edges of holidays: none of these is a fixed day. */
const BY_CALENDAR = [
  '5个工作日内反馈',
  'T+3个工作日办结',
  '节前完成走访',
  '国庆节前送审',
  '放假前最后一个工作日下班前报',
  '节后第一个工作日上午10点前报',
  '节后三天内交',
  '国庆节后3日内报',
  '下周第一个工作日报',
  '每个工作日17点前报',
  '国庆前两个工作日报',
  '5月20日开会，会前两个工作日交材料',
  '5月20日开会，会后三个工作日内交材料',
];
const FIXED = ['5月20日前交', '本月底前交', '七一前完成', '3日内反馈', '每天17点前报', '5月20日开会，会前两天交材料'];

function certainties(text: string, sentAt: string): readonly boolean[] {
  return readingAt(text, sentAt).deadlines.map(({ certain }) => certain);
}

describe('a deadline by the working calendar', () => {
  it.each(BY_CALENDAR)('%s is certain in a published year only', (text) => {
    expect(certainties(text, '2026-04-15T10:20')).toEqual([true]);
    expect(certainties(text, '2027-04-15T10:20')).toEqual([false]);
  });

  it('is uncertain as soon as it reaches into an unpublished year', () => {
    expect(certainties('元旦前完成', '2026-12-15T10:20')).toEqual([false]);
    expect(certainties('10个工作日内反馈', '2026-12-28T10:20')).toEqual([false]);
    expect(certainties('2个工作日内反馈', '2026-12-28T10:20')).toEqual([true]);
  });

  it.each(FIXED)('%s hangs on no notice', (text) => {
    expect(certainties(text, '2027-04-15T10:20')).toEqual([true]);
  });
});

describe('the digest', () => {
  it.each([
    ['2026-04-15T10:20', '⏰ 周三 5月6日 10:00'],
    ['2027-04-15T10:20', '⏰ 周一 5月3日 10:00〔推定〕'],
  ])('marks what a notice may still move (%s)', (sentAt, line) => {
    const deadline = readingAt('节后第一个工作日上午10点前报', sentAt).deadlines[0] ?? null;
    expect(textOf(deadlineLine(anItem({ deadline }), sentAt.slice(0, 10), TIMEZONE))).toBe(line);
  });
});
