import { expect, it } from 'vitest';
import { randomFrom, shuffle } from '../../../../src/reading/noise/train/shuffle.ts';

it('gives the same order from the same seed, to any array, and loses nothing', () => {
  const places = Array.from({ length: 50 }, (_, place) => place);
  const [list, typed, other] = [[...places], Int32Array.from(places), [...places]];
  shuffle(list, randomFrom(7));
  shuffle(typed, randomFrom(7));
  shuffle(other, randomFrom(8));
  expect([...typed]).toEqual(list);
  expect(list).not.toEqual(places);
  expect(other).not.toEqual(list);
  expect(list.toSorted((a, b) => a - b)).toEqual(places);
});
