import { describe, expect, it } from 'vitest';
import { occurrenceAfter } from '../../src/digest/occurrence.ts';
import type { Deadline, Recurrence } from '../../src/model/deadline.ts';
import { aDeadline, at } from '../kit/digest-builders.ts';

/** Recurs at 17:30 from the day on. */
function recurring(recurrence: Recurrence, day: string, given: Partial<Deadline> = {}): Deadline {
  return aDeadline({ recurrence, day, at: at(`${day} 17:30`), phrase: '', ...given });
}

/** The next days, each asked for at the hour of the one before. */
function following(deadline: Deadline, count: number): readonly (string | undefined)[] {
  const days: (string | undefined)[] = [];
  let now = deadline.at;
  for (let index = 0; index < count; index++) {
    const next = occurrenceAfter(deadline, now);
    days.push(next?.day);
    now = next?.at ?? now;
  }
  return days;
}

describe('occurrenceAfter', () => {
  it('leaves a single deadline alone, also when it is over', () => {
    const single = aDeadline();
    expect(occurrenceAfter(single, at('2026-11-17 18:00'))).toBe(single);
    expect(occurrenceAfter(single, at('2027-11-17 18:00'))).toBe(single);
    expect(occurrenceAfter(null, 0)).toBeNull();
  });

  it('is the first one while that is to come', () => {
    const weekly = recurring('weekly', '2026-11-20');
    expect(occurrenceAfter(weekly, at('2026-11-16 09:00'))).toBe(weekly);
    expect(occurrenceAfter(weekly, at('2026-11-20 17:29'))).toBe(weekly);
  });

  it.each<readonly [recurrence: Recurrence, first: string, next: readonly string[]]>([
    ['daily', '2026-12-30', ['2026-12-31', '2027-01-01', '2027-01-02']],
    ['workday', '2026-11-19', ['2026-11-20', '2026-11-23', '2026-11-24']],
    ['weekly', '2026-12-25', ['2027-01-01', '2027-01-08']],
    ['monthly', '2026-11-05', ['2026-12-05', '2027-01-05']],
    ['monthly', '2026-12-31', ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']],
    ['monthly', '2027-01-29', ['2027-02-28', '2027-03-29']],
    ['quarterly', '2026-11-30', ['2027-02-28', '2027-05-30', '2027-08-30']],
    ['yearly', '2026-11-30', ['2027-11-30', '2028-11-30']],
    ['yearly', '2028-02-29', ['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
  ])('%s from %s: %j', (recurrence, first, next) => {
    expect(following(recurring(recurrence, first), next.length)).toEqual(next);
  });

  it.each<readonly [phrase: string, first: string, next: readonly string[]]>([
    ['每月底前', '2026-11-30', ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31']],
    ['每月最后一天', '2027-02-28', ['2027-03-31', '2027-04-30']],
    ['每月最后一个工作日前', '2026-11-30', ['2026-12-31', '2027-01-29', '2027-02-26']],
    ['每月30日', '2026-11-30', ['2026-12-30', '2027-01-30']],
  ])('%s from %s: %j', (phrase, first, next) => {
    expect(following(recurring('monthly', first, { phrase }), next.length)).toEqual(next);
  });

  it('asks the calendar what a working day is', () => {
    const made = (day: string): boolean => day === '2026-11-22';
    expect(occurrenceAfter(recurring('workday', '2026-11-20'), at('2026-11-20 18:00'), made)?.day).toBe('2026-11-22');
  });

  it('keeps the hour, also one that is the end of the day', () => {
    const midnight = recurring('daily', '2026-11-17', { at: at('2026-11-18 00:00') });
    expect(occurrenceAfter(midnight, at('2026-11-20 09:00'))).toMatchObject({ day: '2026-11-20', at: at('2026-11-21 00:00') });
    expect(occurrenceAfter(recurring('weekly', '2026-11-20'), at('2026-12-01 00:00'))?.at).toBe(at('2026-12-04 17:30'));
  });

  it('ends after the last day that was said', () => {
    const ending = recurring('daily', '2026-11-17', { until: '2026-11-19' });
    expect(following(ending, 3)).toEqual(['2026-11-18', '2026-11-19', undefined]);
  });
});
