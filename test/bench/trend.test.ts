import { expect, it } from 'vitest';
import { trendOfSecondHalf } from './trend.ts';

it('sees how steep the second half is, whatever came before', () => {
  expect(trendOfSecondHalf([0, 50, 90, 100, 102, 104, 106, 108])).toEqual({ mean: 105, slope: 2 });
});

it('calls flat what goes up and down', () => {
  expect(trendOfSecondHalf([1, 2, 3, 4, 7, 5, 5, 7])).toEqual({ mean: 6, slope: 0 });
  expect(trendOfSecondHalf([5]).slope).toBe(0);
});
