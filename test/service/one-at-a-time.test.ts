import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../src/service/one-at-a-time.ts';

describe('work that is done one at a time', () => {
  it('never overlaps, and calls that come meanwhile share one more round', async () => {
    let running = 0;
    let most = 0;
    let rounds = 0;
    const work = oneAtATime(
      async () => {
        running++;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        rounds++;
        running--;
      },
      () => {},
    );
    await Promise.all([work(), work(), work()]);
    expect([most, rounds]).toEqual([1, 2]);
    await work();
    expect(rounds).toBe(3);
  });

  it('tells of a round that failed, and goes on', async () => {
    const told: unknown[] = [];
    let rounds = 0;
    const work = oneAtATime(
      async () => {
        rounds++;
        if (rounds === 1) throw new Error('first');
      },
      (error) => told.push(error),
    );
    await work();
    await work();
    await work.idle();
    expect([rounds, told.length]).toEqual([2, 1]);
  });
});
