/** What the process holds now, and which thread has it: resident, the main thread's heap once what is dead is collected, the reading threads' heaps. */
import type { Worker } from 'node:worker_threads';

const MEGABYTE = 2 ** 20;

/** In megabytes. */
export interface MemoryNow {
  readonly resident: number;
  /** Alive in the main thread. */
  readonly heap: number;
  /** Beside the main thread's heap: buffers. */
  readonly beside: number;
  /** What the heaps of the other threads take, dead things among it: nobody can have them collected from here. */
  readonly readers: number;
}

const workers = new Set<Worker>();
process.on('worker', (worker: Worker) => {
  workers.add(worker);
  worker.on('exit', () => workers.delete(worker));
});

/** Needs --expose-gc. */
export async function memoryNow(): Promise<MemoryNow> {
  // Before anything is collected: as an outsider sees it.
  const resident = process.memoryUsage.rss();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  let readers = 0;
  for (const worker of workers) readers += (await worker.getHeapStatistics()).total_heap_size;
  return { resident: resident / MEGABYTE, heap: heapUsed / MEGABYTE, beside: external / MEGABYTE, readers: readers / MEGABYTE };
}

export function memoryLine({ resident, heap, beside, readers }: MemoryNow): string {
  const mb = (size: number): string => `${size.toFixed(0)} MB`;
  return `${mb(resident)} resident, heap ${mb(heap)}, beside it ${mb(beside)}, reading thread ${mb(readers)}`;
}
