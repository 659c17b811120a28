/**
 * Weights learned beside each other, on all cores. They hang on their examples alone, so they are the same whichever thread learns them,
 * and however many there are.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { NoiseWeights } from '../../../src/reading/noise/model/weights.ts';
import type { ExampleSet } from '../../../src/reading/noise/train/index.ts';
import type { PackedExamples } from '../../../src/reading/noise/train/packed.ts';

export interface TrainingOrder {
  readonly set: ExampleSet;
  /** Parts of the examples that are not to be learned from. */
  readonly unseen: readonly number[];
}

export interface TrainingThreads {
  train(order: TrainingOrder): Promise<NoiseWeights>;
  end(): Promise<void>;
}

export function trainingThreads(examples: PackedExamples, count: number = availableParallelism()): TrainingThreads {
  const threads = Array.from({ length: count }, () => new TrainingThread(examples));
  return {
    train(order) {
      // All orders are handed out at once, as no thread is to wait for another or for this one.
      const [first, ...others] = threads;
      if (first === undefined) return Promise.reject(new Error('there is no thread to train in'));
      return others.reduce((least, thread) => (thread.orders < least.orders ? thread : least), first).train(order);
    },
    async end() {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

interface Waiting {
  readonly resolve: (weights: NoiseWeights) => void;
  readonly reject: (error: unknown) => void;
}

/** It follows its orders one after the other. */
class TrainingThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #failure: { readonly error: unknown } | null = null;

  constructor(examples: PackedExamples) {
    this.#worker = new Worker(new URL('./training-thread.ts', import.meta.url), { workerData: examples });
    this.#worker.on('message', (weights: NoiseWeights) => this.#waiting.shift()?.resolve(weights));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the training thread has ended')));
  }

  /** How many it has still to follow. */
  get orders(): number {
    return this.#waiting.length;
  }

  train(order: TrainingOrder): Promise<NoiseWeights> {
    if (this.#failure !== null) return Promise.reject(this.#failure.error);
    const { promise, resolve, reject } = Promise.withResolvers<NoiseWeights>();
    this.#waiting.push({ resolve, reject });
    this.#worker.postMessage(order);
    return promise;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    for (const one of this.#waiting.splice(0)) one.reject(error);
  }
}
