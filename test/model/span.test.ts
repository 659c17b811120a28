import { expect, it } from 'vitest';
import { sliceSpan, spansOverlap } from '../../src/model/span.ts';

it('a span counts UTF-16 units and leaves its end out', () => {
  expect(sliceSpan('🚜请报表', [2, 4])).toBe('请报');
  expect(sliceSpan('请报表', [1, 1])).toBe('');
});

it.each([
  [[0, 2], [1, 3], true],
  [[0, 2], [2, 3], false],
  [[1, 2], [0, 5], true],
  [[3, 4], [0, 3], false],
] as const)('%j and %j overlap: %s', (a, b, overlap) => {
  expect(spansOverlap(a, b)).toBe(overlap);
  expect(spansOverlap(b, a)).toBe(overlap);
});
