import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderItems } from '../../src/digest/order.ts';
import { SECTIONS } from '../../src/model/digest.ts';
import { aDeadline, anItem, at } from '../kit/digest-builders.ts';
import { shuffled } from '../kit/shuffled.ts';

function due(id: string, wallClock: string, status: 'open' | 'cancelled' | 'done' | 'overdue' = 'open') {
  return anItem({ id, status, deadline: aDeadline({ at: at(wallClock) }) });
}

/** As they must come out. */
const ITEMS = [
  ...SECTIONS.slice(0, 1).map((section) => anItem({ id: section, section })),
  due('d2', '2026-11-18 09:00'),
  due('d3', '2026-11-18 12:00'),
  due('d4', '2026-11-18 12:00'),
  anItem({ id: 'd5', deadline: null }),
  due('d1', '2026-11-17 09:00', 'overdue'),
  due('d6', '2026-11-17 08:00', 'done'),
  due('d7', '2026-11-18 08:00', 'cancelled'),
  ...SECTIONS.slice(2).map((section) => anItem({ id: section, section })),
];

it('items stand by section, what can still be met first, then what is past, then what is over, each by deadline, and are numbered', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const ordered = orderItems(shuffled(ITEMS, seed));
      expect(ordered.map(({ id }) => id)).toEqual(ITEMS.map(({ id }) => id));
      expect(ordered.map(({ number }) => number)).toEqual(ITEMS.map((_, index) => index + 1));
    }),
  );
});

it('the sections stand in the order of the format', () => {
  expect(SECTIONS).toEqual(['changed', 'due', 'new', 'upcoming', 'hazards', 'appeals', 'notices', 'unsure', 'traffic']);
});
