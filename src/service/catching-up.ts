/** After a start or a gap a platform may still be handing over what was said: digests that are late anyway wait for it, but not for ever. */
import { type Instant, MINUTE } from '../model/instant.ts';

const CATCHING_UP = 10_000;
const LONGEST_WAIT = 3 * MINUTE;

export interface Arrivals {
  readonly startedAt: Instant;
  /** When something came in last that had been said earlier; 0 where nothing has. */
  readonly heardLateAt: Instant;
  /** Whether a platform is still being reached. */
  readonly isStarting: boolean;
}

export function isCatchingUp(at: Instant, { startedAt, heardLateAt, isStarting }: Arrivals): boolean {
  const up = at - startedAt;
  const sinceLate = at - heardLateAt;
  if (up > LONGEST_WAIT) return sinceLate < CATCHING_UP && sinceLate > 0 && up < 2 * LONGEST_WAIT;
  return up < CATCHING_UP || sinceLate < CATCHING_UP || isStarting;
}
