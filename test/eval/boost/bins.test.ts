import { describe, expect, it } from 'vitest';
import { binned } from './bins.ts';

describe('bins', () => {
  it('have a bound between every two values where these are few', () => {
    const { bins, bounds } = binned([1, 0, 3, 1]);
    expect(bounds).toEqual([0.5, 2]);
    expect([...bins]).toEqual([1, 0, 2, 1]);
  });

  it('hold about as many samples each where values are many', () => {
    const { bins, bounds } = binned(Array.from({ length: 6400 }, (_, index) => index ** 2));
    expect(bounds).toHaveLength(63);
    const counts = [...Map.groupBy([...bins], (bin) => bin).values()].map(({ length }) => length);
    expect(Math.min(...counts)).toBeGreaterThan(90);
    expect(Math.max(...counts)).toBeLessThan(110);
  });

  it('put each value below the bound that follows and above the one before', () => {
    const values = [0.1, 0.100_01, 0.100_02, 7, -3, 12_345.678, 12_345.679];
    const { bins, bounds } = binned(values);
    for (const [place, value] of values.entries()) {
      const bin = bins[place] ?? 0;
      expect(value).toBeLessThanOrEqual(bounds[bin] ?? Number.POSITIVE_INFINITY);
      expect(value).toBeGreaterThan(bounds[bin - 1] ?? Number.NEGATIVE_INFINITY);
    }
  });
});
