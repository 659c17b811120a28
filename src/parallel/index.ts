/**
 * Reading in a thread of its own, for imports and other long work: while one batch of messages is decided and saved here, the next ones
 * are read there. Results are those of the single thread, in the same order. It pays from some thousand messages on.
 */
import { Worker } from 'node:worker_threads';
import type { MessageRead, ReadingAhead } from '../ports/reading-ahead.ts';
import type { ReaderBriefing } from './briefing.ts';
import { decodeReads, type Order, type Report } from './wire.ts';

export { briefingOf } from './briefing.ts';

interface Waiting {
  readonly resolve: (reads: string) => void;
  readonly reject: (error: unknown) => void;
}

export function startReading(briefing: ReaderBriefing): ReadingAhead {
  // Beside this file, with its ending: a source here, built there.
  const file = new URL(`./reader-thread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url);
  const worker = new Worker(file, { workerData: briefing });
  const waiting: Waiting[] = [];
  let failure: unknown = null;

  function fail(error: unknown): void {
    failure ??= error;
    for (const one of waiting.splice(0)) one.reject(error);
  }

  worker.on('message', (report: Report) => {
    if (report.kind === 'failure') fail(report.error);
    else waiting.shift()?.resolve(report.reads);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the reading thread has ended')));

  function order(kind: Order['kind'], messages: Parameters<ReadingAhead['recall']>[0]): void {
    worker.postMessage({ kind, messages: JSON.stringify(messages) } satisfies Order);
  }

  return {
    recall(messages) {
      order('recall', messages);
    },
    async read(messages): Promise<readonly MessageRead[]> {
      if (failure !== null) throw failure;
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      waiting.push({ resolve, reject });
      order('read', messages);
      return decodeReads(messages, await promise);
    },
    async close() {
      await worker.terminate();
    },
  };
}
