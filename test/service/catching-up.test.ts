import { expect, it } from 'vitest';
import { MINUTE } from '../../src/model/instant.ts';
import { isCatchingUp } from '../../src/service/catching-up.ts';

const START = 1_000_000_000;
const QUIET = { startedAt: START, heardLateAt: 0, isStarting: false };

it.each<readonly [what: string, after: number, given: Partial<typeof QUIET>, waits: boolean]>([
  ['just started', 1000, {}, true],
  ['started a while ago', 20_000, {}, false],
  ['a platform is still being reached', MINUTE, { isStarting: true }, true],
  ['a platform is never reached', 4 * MINUTE, { isStarting: true }, false],
  ['something that was said earlier has just come in', MINUTE, { heardLateAt: START + MINUTE - 1000 }, true],
  ['that goes on for a while', 4 * MINUTE, { heardLateAt: START + 4 * MINUTE - 1000 }, true],
  ['that goes on for ever', 7 * MINUTE, { heardLateAt: START + 7 * MINUTE - 1000 }, false],
])('waits or not: %s', (_what, after, given, waits) => {
  expect(isCatchingUp(START + after, { ...QUIET, ...given })).toBe(waits);
});
