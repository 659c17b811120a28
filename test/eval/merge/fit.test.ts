import { describe, expect, it } from 'vitest';
import { fit } from './fit.ts';

const SETTINGS = { dimensions: ['text', 'otherPeriod'] as const, expected: { otherPeriod: -2 }, pull: 1 };

describe('a fit', () => {
  const samples = [
    ...Array.from({ length: 20 }, (_, index) => ({ values: [index / 20, 0], good: index >= 10 })),
    ...Array.from({ length: 2 }, () => ({ values: [0.9, 1], good: true })),
  ];

  it('weighs what tells good from bad', () => {
    const { bias, weights } = fit(samples, SETTINGS);
    expect(weights.text).toBeGreaterThan(1);
    expect(bias).toBeLessThan(0);
  });

  it('keeps to what is expected of a dimension of which it has seen little', () => {
    expect(fit(samples, SETTINGS).weights.otherPeriod).toBeLessThan(0);
    expect(fit(samples, { ...SETTINGS, expected: {} }).weights.otherPeriod).toBeGreaterThan(0);
  });

  it('gives what is seldom seen no great weight where it is held to vary more than it does', () => {
    const plain = Array.from({ length: 400 }, () => ({ values: [0.2, 0], good: false }));
    const seldom = [...plain, ...Array.from({ length: 3 }, () => ({ values: [0.2, 1], good: true })), ...samples];
    const weightAt = (spread?: number): number => {
      const settings = { ...SETTINGS, expected: {}, ...(spread === undefined ? {} : { spread }) };
      return fit(seldom, settings).weights.otherPeriod ?? 0;
    };
    expect(weightAt()).toBeGreaterThan(3);
    expect(weightAt(1)).toBeLessThan(weightAt() / 2);
  });

  it('gives the same from the same', () => {
    expect(fit(samples, SETTINGS)).toEqual(fit(samples, SETTINGS));
  });
});
