import { describe, expect, it } from 'vitest';
import type { Change, Verdict } from '../../../src/model/reading.ts';
import { changeOf } from '../../../src/reading/directive/changes.ts';
import { viewOf } from '../../../src/reading/view.ts';
import { said, TOWNSHIP } from '../../kit/chat-builders.ts';
import { at } from '../../kit/digest-builders.ts';
import { CALENDAR } from '../../kit/tuning-builders.ts';

const NOON = '2026-11-16 12:00';

function read(text: string): Change {
  const message = said('m1', 'bo', NOON, text);
  const context = { org: TOWNSHIP, calendar: CALENDAR, group: TOWNSHIP.groupByKey.get('wechat\u0000g1'), recent: [] };
  const verdict: Verdict = {
    platform: 'wechat',
    group: 'g1',
    id: 'm1',
    label: 'update',
    keep: true,
    unsure: false,
    confidence: 1,
    reasons: [],
  };
  return changeOf(viewOf(message, context, TOWNSHIP.personById.get('bo'), []), verdict);
}

describe('what a change is about', () => {
  it('is told by its words without the times', () => {
    const { topics, times } = read('值班表改到11月18日中午12点前');
    expect(topics).toContain('值班');
    expect(topics.some((topic) => /[月日点午\d]/u.test(topic))).toBe(false);
    expect(times).toContain(at('2026-11-18 12:00'));
  });

  it('is named by the first words that name anything', () => {
    expect(read('更正:值班表是11月18日中午12点前').head).toContain('值班');
  });

  it('is no day that is over, nor the new one said twice', () => {
    expect(read('对照表仍按今天下班前,昨天转的作废').oldDay).not.toBe('2026-11-15');
    expect(read('自评表延到明天(17日)中午12点').oldDay).toBeNull();
  });

  it('may have been taken back where it says that it counts again', () => {
    expect(read('昨天说的取消不算数,培训照旧').revives).toBe(true);
    expect(read('培训取消').revives).toBe(false);
  });
});
