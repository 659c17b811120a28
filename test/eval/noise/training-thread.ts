/** A thread that trains: it is given all examples at its start, and learns one set of weights after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { trainWeights } from '../../../src/reading/noise/train/index.ts';
import type { PackedExamples } from '../../../src/reading/noise/train/packed.ts';
import type { TrainingOrder } from './training-threads.ts';

const examples = workerData as PackedExamples;

parentPort?.on('message', ({ set, unseen }: TrainingOrder) => {
  parentPort?.postMessage(trainWeights(examples, set, unseen));
});
