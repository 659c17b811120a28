import { expect, it } from 'vitest';
import { bySixths, placesOfSixth, SIXTHS } from './sixths.ts';

it('each is asked about by a model that never saw its sixth, and learned from all else', () => {
  const own = Array.from({ length: 14 }, (_, place) => place);
  let learned = 0;
  const models = bySixths(own, [100, 101], (chats) => {
    learned++;
    return chats;
  });
  expect(learned).toBe(6);
  expect(models).toHaveLength(14);
  for (const [place, seen] of models.entries()) {
    expect(seen).toEqual([...own.filter((other) => other % 6 !== place % 6), 100, 101]);
  }
});

it('each stands in one sixth', () => {
  const sixths = Array.from({ length: SIXTHS }, (_, sixth) => placesOfSixth(sixth, 14));
  expect(sixths.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 14 }, (_, place) => place));
  expect(sixths[1]).toEqual([1, 7, 13]);
});
