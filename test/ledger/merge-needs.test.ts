import { expect, it } from 'vitest';
import type { Likeness } from '../../src/ledger/likeness.ts';
import { copyAtLeast, orderAtLeast } from '../../src/ledger/merge-needs.ts';
import { at } from '../kit/digest-builders.ts';
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
  expect(orderAtLeast(anAsk(), likeness({ replied: 1 }))).toBeLessThan(0);
  expect(orderAtLeast(anAsk(), likeness({ replied: 1, listed: 1 }))).toBeGreaterThan(0);
});
