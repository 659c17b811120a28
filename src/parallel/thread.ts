/** A thread that follows orders, seen from outside: what it reports goes to whoever has asked first, and its failure to all who wait. */
import { Worker } from 'node:worker_threads';
import type { Order, Report, WireReads } from './wire.ts';

export interface ReaderThread {
  order(order: Order): void;
  /** An order that is answered. */
  ask(order: Order): Promise<WireReads>;
  /** False once it has failed: then it is of no use any more. */
  isWell(): boolean;
  /** Nobody waits for it now: it keeps no process alive. */
  rest(): void;
  end(): Promise<void>;
}

interface Waiting {
  readonly resolve: (reads: WireReads) => void;
  readonly reject: (error: unknown) => void;
}

/** What a batch of messages is read as dies young: with room for some batches little of it is ever copied. */
const YOUNG_MB = 96;

export function readerThread(): ReaderThread {
  // Beside this file, with its ending: a source here, built there.
  const file = new URL(`./reader-thread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url);
  const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  const waiting: Waiting[] = [];
  let failure: { readonly error: unknown } | null = null;

  function fail(error: unknown): void {
    failure ??= { error };
    for (const one of waiting.splice(0)) one.reject(error);
  }

  worker.on('message', (report: Report) => {
    if (report.kind === 'failure') fail(report.error);
    else waiting.shift()?.resolve(report.reads);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the reading thread has ended')));

  return {
    order(order) {
      worker.postMessage(order);
    },
    ask(order) {
      if (failure !== null) return Promise.reject(failure.error);
      const { promise, resolve, reject } = Promise.withResolvers<WireReads>();
      waiting.push({ resolve, reject });
      worker.ref();
      worker.postMessage(order);
      return promise;
    },
    isWell: () => failure === null,
    rest() {
      worker.unref();
    },
    async end() {
      await worker.terminate();
    },
  };
}
