import { describe, expect, it } from 'vitest';
import { digestDay, digestDays, digestInstant, nextDigestAfter } from '../../src/digest/schedule.ts';
import { isoAt } from '../../src/model/instant.ts';
import { anOrganisation, aPerson, at } from '../kit/digest-builders.ts';

const org = anOrganisation();
const early = aPerson({ digestAt: 7 * 60 + 30 });
const every = digestDays(org);

describe('digestInstant', () => {
  it('is the organisation’s hour, or the person’s own', () => {
    expect(digestInstant(org, aPerson(), '2026-11-17')).toBe(at('2026-11-17 18:00'));
    expect(digestInstant(org, early, '2026-11-17')).toBe(at('2026-11-17 07:30'));
  });

  it('is at the hour of the clock on both sides of summer time', () => {
    const abroad = anOrganisation({ timezone: 'Europe/Berlin' });
    const days = ['2026-10-24', '2026-10-25'].map((day) => isoAt(digestInstant(abroad, aPerson(), day), 'Europe/Berlin'));
    expect(days).toEqual(['2026-10-24T18:00:00+02:00', '2026-10-25T18:00:00+01:00']);
  });
});

describe('nextDigestAfter', () => {
  it.each([
    ['2026-11-17 17:59', '2026-11-17 18:00'],
    ['2026-11-17 18:00', '2026-11-18 18:00'],
    ['2026-12-31 23:00', '2027-01-01 18:00'],
  ])('%s: %s', (now, next) => {
    expect(nextDigestAfter(org, aPerson(), at(now), every)).toBe(at(next));
  });

  it('passes over days without a digest', () => {
    const working = digestDays(anOrganisation({ workdaysOnly: true }));
    expect(nextDigestAfter(org, aPerson(), at('2026-11-20 18:00'), working)).toBe(at('2026-11-23 18:00'));
  });

  it('at midnight is the end of the day', () => {
    const night = aPerson({ digestAt: 24 * 60 });
    expect(nextDigestAfter(org, night, at('2026-11-17 09:00'), every)).toBe(at('2026-11-18 00:00'));
    expect(nextDigestAfter(org, night, at('2026-11-18 00:00'), every)).toBe(at('2026-11-19 00:00'));
    expect(digestDay(org, night, at('2026-11-18 00:00'))).toBe('2026-11-17');
    expect(digestDay(org, aPerson({ digestAt: 0 }), at('2026-11-18 00:00'))).toBe('2026-11-18');
    expect(digestDay(org, aPerson(), at('2026-11-18 18:00'))).toBe('2026-11-18');
  });
});

describe('digestDays', () => {
  it('are all days, or those that the calendar calls working days', () => {
    const holiday = (day: string): boolean => day !== '2026-10-01';
    expect(every('2026-11-21')).toBe(true);
    const working = digestDays(anOrganisation({ workdaysOnly: true }), holiday);
    expect([working('2026-10-01'), working('2026-10-02')]).toEqual([false, true]);
    const plain = digestDays(anOrganisation({ workdaysOnly: true }));
    expect([plain('2026-11-20'), plain('2026-11-21'), plain('2026-11-22')]).toEqual([true, false, false]);
  });
});
