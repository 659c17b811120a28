import { describe, expect, it } from 'vitest';
import type { Envelope, Message } from '../../src/model/message.ts';
import { type GroupCommit, groupCommit } from '../../src/store/group-commit.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { envelopeAt, envelopesBetween } from '../kit/store-builders.ts';

/** A store whose batches become durable, or fail, when the test says so. */
function heldStore() {
  const batches: { readonly ids: readonly string[]; readonly succeed: () => void; readonly fail: (error: Error) => void }[] = [];
  return {
    batches,
    ingest(envelopes: readonly Envelope[]): Promise<readonly Message[]> {
      const { promise, resolve, reject } = Promise.withResolvers<readonly Message[]>();
      batches.push({ ids: envelopes.map(({ id }) => id), succeed: () => resolve([]), fail: reject });
      return promise;
    },
  };
}

/** A timer that rings when the test says so. */
function handTimer() {
  const running = new Set<{ readonly action: () => void }>();
  return {
    running,
    start(_ms: number, action: () => void) {
      const timer = { action };
      running.add(timer);
      return () => running.delete(timer);
    },
    ring() {
      const rung = [...running];
      running.clear();
      for (const { action } of rung) action();
    },
  };
}

function begin(size: number) {
  const [store, timer] = [heldStore(), handTimer()];
  const group = groupCommit(store, { size, everyMs: 200 }, timer.start);
  return { store, timer, group, settled: watch(group) };
}

/** Puts messages and notes what becomes of each. */
function watch(group: GroupCommit) {
  const outcomes: string[] = [];
  return {
    outcomes,
    put(...numbers: readonly number[]) {
      for (const number of numbers) {
        const note = (outcome: string) => () => void outcomes.push(`m${number} ${outcome}`);
        void group.put(envelopeAt(number)).then(note('stored'), note('failed'));
      }
    },
  };
}

/** Lets everything run that doesn't wait for the outside. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('group commit', () => {
  it('commits at once when a batch is full, and says so only when it is durable', async () => {
    const { store, timer, settled } = begin(3);
    settled.put(1, 2);
    await quiet();
    expect(store.batches).toHaveLength(0);
    settled.put(3);
    await quiet();
    expect(store.batches.map(({ ids }) => ids)).toEqual([['m1', 'm2', 'm3']]);
    expect([settled.outcomes, timer.running.size]).toEqual([[], 0]);
    store.batches[0]?.succeed();
    await quiet();
    expect(settled.outcomes).toEqual(['m1 stored', 'm2 stored', 'm3 stored']);
  });

  it('commits what waits when the time is over, counted from the first', async () => {
    const { store, timer, settled } = begin(1000);
    settled.put(1, 2);
    expect(timer.running.size).toBe(1);
    timer.ring();
    settled.put(3);
    expect(timer.running.size).toBe(1);
    await quiet();
    expect(store.batches.map(({ ids }) => ids)).toEqual([['m1', 'm2']]);
  });

  it('asks for the time it was given', () => {
    const asked: number[] = [];
    const group = groupCommit(heldStore(), { size: 10, everyMs: 200 }, (ms) => {
      asked.push(ms);
      return () => {};
    });
    void group.put(envelopeAt(1));
    expect(asked).toEqual([200]);
  });

  it('sends one batch after the other', async () => {
    const { store, settled } = begin(2);
    settled.put(1, 2, 3, 4);
    await quiet();
    expect(store.batches).toHaveLength(1);
    store.batches[0]?.succeed();
    await quiet();
    expect(store.batches.map(({ ids }) => ids)).toEqual([
      ['m1', 'm2'],
      ['m3', 'm4'],
    ]);
  });

  it('fails all of a failed batch, and goes on with the next', async () => {
    const { store, settled } = begin(2);
    settled.put(1, 2, 3, 4);
    await quiet();
    store.batches[0]?.fail(new Error('disk full'));
    await quiet();
    expect(settled.outcomes).toEqual(['m1 failed', 'm2 failed']);
    store.batches[1]?.succeed();
    await quiet();
    expect(settled.outcomes.slice(2)).toEqual(['m3 stored', 'm4 stored']);
  });

  it('flushes what waits and what is under way', async () => {
    const { store, timer, group, settled } = begin(2);
    settled.put(1, 2, 3);
    const flushed = group.flush().then(() => settled.outcomes.push('flushed'));
    await quiet();
    expect(timer.running.size).toBe(0);
    store.batches[0]?.succeed();
    await quiet();
    expect(settled.outcomes).toEqual(['m1 stored', 'm2 stored']);
    store.batches[1]?.succeed();
    await flushed;
    expect(settled.outcomes).toEqual(['m1 stored', 'm2 stored', 'm3 stored', 'flushed']);
  });

  it('fails a flush whose batch fails, and has nothing to flush after it', async () => {
    const { store, group, settled } = begin(10);
    settled.put(1);
    const flushed = group.flush();
    await quiet();
    store.batches[0]?.fail(new Error('disk full'));
    await expect(flushed).rejects.toThrow('disk full');
    await group.flush();
    expect(store.batches).toHaveLength(1);
  });

  it('stores everything, in order, in a real store', async () => {
    const store = openSqliteStore(':memory:');
    const timer = handTimer();
    const group = groupCommit(store, { size: 100, everyMs: 200 }, timer.start);
    const puts = envelopesBetween(0, 250).map((envelope) => group.put(envelope));
    timer.ring();
    await Promise.all(puts);
    expect((await store.messagesAfter(0, 1000)).map(({ id }) => id)).toEqual(envelopesBetween(0, 250).map(({ id }) => id));
    await store.close();
  });
});
