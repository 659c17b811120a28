import { describe, expect, it } from 'vitest';
import { deadlineLine } from '../../../src/digest/render/deadline-line.ts';
import { textOf } from '../../../src/digest/render/line.ts';
import type { Deadline } from '../../../src/model/deadline.ts';
import type { DigestItem } from '../../../src/model/digest.ts';
import { aDeadline, anItem, at, TIMEZONE } from '../../kit/digest-builders.ts';

function said(item: Partial<DigestItem>): string {
  return textOf(deadlineLine(anItem(item), '2026-11-17', TIMEZONE));
}

function time(given: Partial<Deadline>): string {
  return said({ deadline: aDeadline(given) });
}

const message = { platform: 'wechat', group: 'g01', id: 'm0020' };
const dayEnd = { at: at('2026-11-21 00:00'), day: '2026-11-20', anchor: null, precision: 'day' } as const;
const clock = { basis: 'said', anchor: null, precision: 'minute' } as const;

describe('deadlineLine', () => {
  it('says the clock time that was said, without a mark', () => {
    expect(time({ ...clock, at: at('2026-11-18 09:05') })).toBe('⏰ 周三 18日 09:05');
  });

  it('marks what was assumed, and from what', () => {
    expect(time({})).toBe('⏰ 周三 18日 17:30〔推定：下班前〕');
    expect(time({ at: at('2026-11-18 08:30'), anchor: 'start_of_work' })).toBe('⏰ 周三 18日 08:30〔推定：上班前〕');
    expect(time({ at: at('2026-11-18 12:00'), anchor: 'noon', precision: 'half_day' })).toBe('⏰ 周三 18日 12:00〔推定：中午前〕');
    expect(time({ at: at('2026-11-18 18:00'), anchor: null, precision: 'half_day' })).toBe('⏰ 周三 18日 18:00〔推定〕');
  });

  it('marks what was said but rests on an unpublished calendar', () => {
    expect(time({ ...clock, certain: false })).toBe('⏰ 周三 18日 17:30〔推定〕');
  });

  it('claims no clock time for a whole day, week or month', () => {
    expect(time(dayEnd)).toBe('⏰ 周五 20日〔推定：当天内〕');
    expect(time({ ...dayEnd, precision: 'week' })).toBe('⏰ 周五 20日〔推定：当周内〕');
    expect(time({ ...dayEnd, at: at('2026-12-01 00:00'), day: '2026-11-30', precision: 'month' })).toBe('⏰ 周一 30日〔推定：当月内〕');
  });

  it('says midnight as 24:00 of the day that it ends', () => {
    expect(time({ ...dayEnd, ...clock })).toBe('⏰ 周五 20日 24:00');
  });

  it('names month and year where they are others', () => {
    expect(time({ ...clock, at: at('2026-12-01 10:00'), day: '2026-12-01' })).toBe('⏰ 周二 12月1日 10:00');
    expect(time({ ...clock, at: at('2027-01-04 10:00'), day: '2027-01-04' })).toBe('⏰ 周一 2027年1月4日 10:00');
  });

  it('says that a deadline is over, and that a meeting has been', () => {
    const over = aDeadline({ ...clock, at: at('2026-11-16 17:30'), day: '2026-11-16' });
    expect(said({ deadline: over, status: 'overdue', urgency: 'immediate' })).toBe('⏰ 已过期 周一 16日 17:30');
    expect(said({ deadline: over, status: 'overdue', kind: 'meeting' })).toBe('⏰ 已过 周一 16日 17:30');
  });

  it('says a meeting’s start as one', () => {
    expect(said({ kind: 'meeting', deadline: aDeadline(clock) })).toBe('⏰ 周三 18日 17:30 开始');
  });

  it('says the rhythm, the next occurrence and the last day', () => {
    const daily = aDeadline({ ...clock, at: at('2026-11-18 16:30'), recurrence: 'daily', until: '2026-11-30' });
    expect(said({ deadline: daily })).toBe('⏰ 每天，下次 周三 18日 16:30，到 11月30日');
    expect(said({ deadline: { ...daily, recurrence: 'workday', until: null } })).toBe('⏰ 每个工作日，下次 周三 18日 16:30');
  });

  it('puts the old values before the new one, once each and in order', () => {
    const change = (from: string | null) => ({ field: 'deadline' as const, from, to: null, message });
    const deadline = aDeadline(clock);
    expect(said({ deadline, changes: [change('明早'), change('10点'), change('明早')] })).toBe('⏰ 原 “明早” → “10点” → 周三 18日 17:30');
    expect(said({ deadline, changes: [change('2026-11-18T09:00:00+08:00')] })).toBe('⏰ 原 18日 09:00 → 周三 18日 17:30');
    expect(said({ deadline, changes: [change(null)] })).toBe('⏰ 周三 18日 17:30');
    expect(said({ deadline: null, changes: [change('明早')] })).toBe('⏰ 原 “明早” → 时限未定');
  });

  it('says haste, with a deadline or without', () => {
    expect(said({ urgency: 'immediate' })).toBe('⏰ 立即');
    expect(said({ urgency: 'soon', deadline: aDeadline(clock) })).toBe('⏰ 尽快 · 周三 18日 17:30');
    expect(said({ urgency: 'immediate', status: 'cancelled' })).toBe('');
    expect(said({})).toBe('');
  });

  it('says that copies disagree', () => {
    expect(said({ deadline: aDeadline(clock), conflict: true })).toBe('⏰ 周三 18日 17:30〔各处时限不一，取最早〕');
  });
});
