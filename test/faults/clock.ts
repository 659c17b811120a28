/** A clock that runs faster than the wall's, the same in every process that knows when it began. */
import type { Clock } from '../../src/ports/clock.ts';

export interface FastClock {
  /** Wall time, epoch milliseconds, at which it stood at `start`. */
  readonly wall: number;
  readonly start: number;
  /** How many milliseconds go by in one. */
  readonly speed: number;
}

/** @param jump how far somebody has set it, in milliseconds: asked at each look */
export function fastClock({ wall, start, speed }: FastClock, jump: () => number = () => 0): Clock {
  return {
    now: () => Math.round(start + (Date.now() - wall) * speed + jump()),
    after(ms, action) {
      const timer = setTimeout(action, Math.max(1, Math.min(ms / speed, 2 ** 31 - 1)));
      return () => clearTimeout(timer);
    },
    random: Math.random,
  };
}
