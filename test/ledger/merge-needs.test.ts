import { expect, it } from 'vitest';
import type { Likeness } from '../../src/ledger/likeness.ts';
import { copyAtLeast, dangerAtLeast, orderAtLeast } from '../../src/ledger/merge-needs.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { anAsk, folded, opened } from '../kit/ledger-builders.ts';

/** Alike in these, and in nothing else. */
function likeness(given: Partial<Likeness>): Likeness {
  return new Proxy({ ...given } as Likeness, { get: (known, name) => known[name as keyof Likeness] ?? 0 });
}

it('what is only due at the same hour is one where it is handed in where the other was asked', () => {
  const known = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk() })]);
  const [group = ''] = known.heard.keys();
  const alike = likeness({ sameClock: 1, otherObject: 1, share: 0.02 });
  const needed = (sentTo?: readonly string[]) => copyAtLeast(anAsk(sentTo === undefined ? {} : { sentTo }), known, alike, false);
  expect(needed([group])).toBeLessThan(0.5);
  expect([needed(), needed(['elsewhere'])]).toEqual([0.9, 0.9]);
  expect(copyAtLeast(anAsk({ sentTo: [group] }), known, likeness({ otherObject: 1, share: 0.02 }), false)).toBe(0.9);
});

it('what answers the message that told of a danger is on it before anything else, unless it is one of several things', () => {
  const danger = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ kind: 'hazard' }) })]);
  expect(orderAtLeast(anAsk(), danger, likeness({ replied: 1 }))).toBeLessThan(0);
  expect(orderAtLeast(anAsk(), danger, likeness({ replied: 1, listed: 1 }))).toBeGreaterThan(0);
});

it('papers that are asked for in words that name nothing of a danger are never on it', () => {
  const danger = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ kind: 'hazard' }) })]);
  const needed = (quote: string, listed = 0) =>
    orderAtLeast(
      anAsk({ evidence: [evidence('g01', 'm2', quote)] }),
      danger,
      likeness({ nothing: 1, sameGroup: 1, withinHour: 1, listed }),
    );
  expect(needed('请各村今天18点前报水稻种植面积')).toBeGreaterThan(1);
  expect(needed('马上把人都叫起来,往学校走')).toBeLessThan(1);
  expect(needed('马上把人都叫起来,往学校走', 1)).toBeGreaterThan(1);
});

it('what many are asked for by a day is not what one person has asked for', () => {
  const demand = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ kind: 'appeal' }) })]);
  const all = { people: ['a', 'b', 'c', 'd', 'e'], unclear: false };
  const alike = likeness({ share: 0.2, object: 0.3, sameGroup: 1, withinHour: 1 });
  expect(orderAtLeast(anAsk({ audience: all, deadline: aDeadline() }), demand, alike)).toBeGreaterThan(1);
  expect(orderAtLeast(anAsk({ audience: { people: ['a'], unclear: false } }), demand, alike)).toBeLessThan(0.5);
});

it('who is to act on a danger says at once what to do, and calls nobody else for it', () => {
  const danger = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ kind: 'hazard' }) })]);
  const unclear = { people: ['a', 'b', 'c', 'd', 'e'], unclear: true };
  const needed = (quote: string, soon: number) =>
    orderAtLeast(
      anAsk({ audience: unclear, evidence: [evidence('g01', 'm2', quote)] }),
      danger,
      likeness({ otherObject: 1, sameGroup: 1, passedDown: 1, soon }),
    );
  expect(needed('莫开门反复看!零点前把2号里头的全部转到1号', 0.95)).toBeLessThan(0.5);
  expect(needed('莫开门反复看!零点前把2号里头的全部转到1号', 0.5)).toBeGreaterThan(0.5);
  expect(needed('请今天18点前报水稻种植面积', 0.95)).toBeGreaterThan(0.5);
});

it('another danger has no word in common with the known one, and answers nothing', () => {
  expect(dangerAtLeast(likeness({ nothing: 1, sameGroup: 1, withinHour: 1 }))).toBeGreaterThan(1);
  expect(dangerAtLeast(likeness({ nothing: 1, replied: 1 }))).toBeLessThan(1);
  expect(dangerAtLeast(likeness({ nothing: 1, sameGroup: 1, soon: 0.99 }))).toBeLessThan(1);
  expect(dangerAtLeast(likeness({ share: 0.1 }))).toBeLessThan(1);
  // A word in passing, half a day later.
  expect(dangerAtLeast(likeness({ share: 0.03 }))).toBeGreaterThan(1);
  expect(dangerAtLeast(likeness({ share: 0.03, soon: 0.5 }))).toBeLessThan(1);
  expect(dangerAtLeast(likeness({ share: 0.01, soon: 0.5 }))).toBeGreaterThan(1);
});
