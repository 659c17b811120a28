/**
 * Group commit: envelopes that arrive one by one are stored many at a time, because a transaction costs a wait for the disk however
 * much is in it. Nobody is told that an envelope is stored before its batch is durable.
 */
import type { Envelope } from '../model/message.ts';
import type { Store } from '../ports/store.ts';

export interface GroupCommit {
  /** Resolves when the envelope is durable; rejects with what its batch failed of. */
  put(envelope: Envelope): Promise<void>;
  /** Commits what waits, and resolves when all that was put before is durable; rejects if a batch of it fails. */
  flush(): Promise<void>;
}

export interface GroupCommitLimits {
  /** A batch is committed as soon as it has so many envelopes … */
  readonly size: number;
  /** … and when its first has waited so long. */
  readonly everyMs: number;
}

/** Runs the action after a while; answers with how to call it off. */
export type StartTimer = (ms: number, action: () => void) => () => void;

interface Waiting {
  readonly envelope: Envelope;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export function groupCommit(
  store: Pick<Store, 'ingest'>,
  { size, everyMs }: GroupCommitLimits,
  startTimer: StartTimer = systemTimer,
): GroupCommit {
  let waiting: Waiting[] = [];
  let stopTimer: (() => void) | null = null;
  const underWay = new Set<Promise<unknown>>();
  /** Batches go one after the other, so that messages are numbered as they came; a failed one doesn't stop the next. */
  let last: Promise<unknown> = Promise.resolve();

  function commit(): void {
    stopTimer?.();
    stopTimer = null;
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    const stored = last.then(() => store.ingest(batch.map(({ envelope }) => envelope)));
    underWay.add(stored);
    last = stored.then(
      () => settle(stored, batch, ({ resolve }) => resolve()),
      (error: unknown) => settle(stored, batch, ({ reject }) => reject(error)),
    );
  }

  function settle(stored: Promise<unknown>, batch: readonly Waiting[], tell: (one: Waiting) => void): void {
    underWay.delete(stored);
    for (const one of batch) tell(one);
  }

  return {
    put(envelope) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waiting.push({ envelope, resolve, reject });
      if (waiting.length >= size) commit();
      else stopTimer ??= startTimer(everyMs, commit);
      return promise;
    },
    async flush() {
      commit();
      await Promise.all(underWay);
    },
  };
}

function systemTimer(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}
