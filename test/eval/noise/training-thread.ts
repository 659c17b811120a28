/** A thread that trains: it is given all examples at its start, and trains one model after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { trainWithout } from '../../../src/reading/noise/train/index.ts';
import type { PackedExamples } from '../../../src/reading/noise/train/packed.ts';
import type { TrainingOrder } from './training-threads.ts';

const examples = workerData as PackedExamples;

parentPort?.on('message', ({ unseen, id }: TrainingOrder) => {
  parentPort?.postMessage(trainWithout(examples, unseen, id));
});
