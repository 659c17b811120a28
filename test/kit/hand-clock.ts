/** A clock that goes on only when a test says so, and rings its timers in order on the way. */
import type { Clock } from '../../src/ports/clock.ts';

export interface HandClock extends Clock {
  /** Lets so much time go by. */
  pass(ms: number): Promise<void>;
  /** Sets the clock, forward or back, without time going by. */
  set(now: number): void;
  readonly timers: number;
}

export function handClock(start: number, draw = 0): HandClock {
  let now = start;
  /** Timers go by how long they run, whatever the clock is set to. */
  let elapsed = 0;
  const timers = new Set<{ readonly at: number; readonly action: () => void }>();

  async function pass(ms: number): Promise<void> {
    const end = elapsed + ms;
    await quiet();
    for (;;) {
      const next = [...timers].toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      timers.delete(next);
      now += next.at - elapsed;
      elapsed = next.at;
      next.action();
      await quiet();
    }
    now += end - elapsed;
    elapsed = end;
  }

  return {
    now: () => now,
    random: () => draw,
    after(ms, action) {
      const timer = { at: elapsed + ms, action };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pass,
    set(given) {
      now = given;
    },
    get timers() {
      return timers.size;
    },
  };
}

/** Lets everything run that waits for nothing from outside. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
