import { expect, it } from 'vitest';
import { aDigest, anItem, at, aWorkingDay } from '../../kit/digest-builders.ts';
import type { CurrentStore } from '../store-spec.ts';

const TUESDAY = aWorkingDay();
const WEDNESDAY = aDigest([], { date: '2026-11-18', sentAt: at('2026-11-18 18:00') });

export function sentSpec(store: CurrentStore): void {
  it('keeps the first digest of a person and a day', async () => {
    expect(await store().putDigest(TUESDAY)).toBe(true);
    expect(await store().putDigest(aDigest([{ title: '另一份' }]))).toBe(false);
    expect(await store().digestOf('gu-yan', '2026-11-17')).toEqual(TUESDAY);
    expect(await store().digestOf('gu-yan', '2026-11-18')).toBeNull();
    expect(await store().digestOf('zhao-min', '2026-11-17')).toBeNull();
  });

  it('tells who has not answered and keeps no name of them', async () => {
    const note = { item: 'd-1', title: '报表', asked: 2, reached: 1, missing: ['顾燕'], reminded: [] };
    const told = { ...TUESDAY, receipts: [note] };
    expect(await store().putDigests([told])).toEqual([told]);
    expect(await store().digestOf('gu-yan', '2026-11-17')).toEqual(TUESDAY);
  });

  it('answers with those of many digests that were new', async () => {
    await store().putDigest(TUESDAY);
    const others = [aDigest([], { cadre: 'zhao-min' }), WEDNESDAY];
    expect(await store().putDigests([TUESDAY, ...others, aDigest([], { cadre: 'zhao-min' })])).toEqual(others);
    expect(await store().digestOf('zhao-min', '2026-11-17')).toEqual(others[0]);
  });

  it('keeps the digests of 5,000 people at once', async () => {
    const digests = Array.from({ length: 5000 }, (_, index) => aDigest([{}, {}], { cadre: `person-${index}` }));
    expect(await store().putDigests(digests)).toHaveLength(5000);
    expect(await store().putDigests(digests)).toEqual([]);
    expect(await store().digestOf('person-4999', '2026-11-17')).toEqual(digests[4999]);
  });

  it("finds a person's newest digest that isn't later than an instant", async () => {
    await store().putDigests([WEDNESDAY, TUESDAY, aDigest([], { cadre: 'zhao-min', date: '2026-11-19', sentAt: at('2026-11-19 18:00') })]);
    expect(await store().lastDigest('gu-yan', at('2026-11-20 00:00'))).toEqual(WEDNESDAY);
    expect(await store().lastDigest('gu-yan', TUESDAY.sentAt)).toEqual(TUESDAY);
    expect(await store().lastDigest('gu-yan', TUESDAY.sentAt - 1)).toBeNull();
  });

  it('takes an alert once by its key', async () => {
    const alert = { at: at('2026-11-17 09:12'), cadre: 'gu-yan', reason: 'hazard', item: anItem() } as const;
    expect(await store().putAlert('gu-yan\u0000d-1\u0000hazard', alert)).toBe(true);
    expect(await store().putAlert('gu-yan\u0000d-1\u0000hazard', { ...alert, at: alert.at + 1 })).toBe(false);
    expect(await store().putAlert('gu-yan\u0000d-1\u0000due', alert)).toBe(true);
    expect([...(await store().loadAlertKeys())].sort()).toEqual(['gu-yan\u0000d-1\u0000due', 'gu-yan\u0000d-1\u0000hazard']);
  });
}
