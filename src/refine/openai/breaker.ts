/** After some failures in a row a server is left alone for a while, then tried once. */
import type { Instant } from '../../model/instant.ts';
import { MINUTE } from '../../model/instant.ts';

export interface Breaker {
  mayTry(): boolean;
  note(well: boolean): void;
}

const MOST_FAILURES = 3;
const REST = 5 * MINUTE;

export function breaker(now: () => Instant): Breaker {
  let failures = 0;
  let restsUntil: Instant = 0;
  return {
    mayTry: () => now() >= restsUntil,
    note(well) {
      failures = well ? 0 : failures + 1;
      if (failures >= MOST_FAILURES) restsUntil = now() + REST;
    },
  };
}
