import { expect, it } from 'vitest';
import { inBoth } from '../../src/ledger/in-both.ts';

it.each([
  [[], ['a'], 0],
  [['a'], [], 0],
  [['a', 'b'], ['b', 'c'], 1],
  [['a', 'b'], ['b', 'a'], 2],
])('%j and %j have %i in common', (a, b, count) => expect(inBoth(a, b)).toBe(count));
