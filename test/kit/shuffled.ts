/** A list in another order: the same for the same seed. */
import { randomFrom } from '../../src/reading/noise/train/shuffle.ts';

export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const random = randomFrom(seed);
  return list
    .map((item) => ({ item, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
