/**
 * Logistic regression by AdaGrad over the signs of labelled times. From a fixed order and seed: the same cases give the same weights.
 */
import type { DeadlineModel } from '../../../src/reading/deadline/role/chance/chance.ts';
import { PLACES } from '../../../src/reading/deadline/role/chance/signs.ts';
import { randomFrom, shuffle } from '../../../src/reading/noise/train/shuffle.ts';
import type { TimeCase } from './cases.ts';

const EPOCHS = 8;
/** The last epochs are averaged. */
const AVERAGED = 4;
const RATE = 0.3;
const SMOOTHING = 0.01;
const LEAST_SLOPE = 1e-3;
const SEED = 7;
/** A weight is one byte. */
const MOST = 127;

export function learnDeadlines(cases: readonly TimeCase[]): DeadlineModel {
  const weights = new Float64Array(PLACES);
  const squares = new Float64Array(PLACES);
  const average = new Float64Array(PLACES);
  let [bias, biasSquares, averageBias] = [0, 0, 0];
  const random = randomFrom(SEED);
  const order = [...cases];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const { signs, isDeadline } of order) {
      const share = 1 / Math.sqrt(signs.length);
      let sum = 0;
      for (const place of signs) sum += weights[place] ?? 0;
      const slope = 1 / (1 + Math.exp(-(sum * share + bias))) - (isDeadline ? 1 : 0);
      if (Math.abs(slope) < LEAST_SLOPE) continue;
      biasSquares += slope * slope;
      bias -= (RATE * slope) / Math.sqrt(SMOOTHING + biasSquares);
      for (const place of signs) {
        const square = (squares[place] ?? 0) + (slope * share) ** 2;
        squares[place] = square;
        weights[place] = (weights[place] ?? 0) - (RATE * slope * share) / Math.sqrt(SMOOTHING + square);
      }
    }
    if (epoch < EPOCHS - AVERAGED) continue;
    averageBias += bias / AVERAGED;
    for (let place = 0; place < PLACES; place++) average[place] = (average[place] ?? 0) + (weights[place] ?? 0) / AVERAGED;
  }
  return inBytes(average, averageBias);
}

function inBytes(weights: Float64Array, bias: number): DeadlineModel {
  const step =
    Math.max(
      weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0),
      Number.MIN_VALUE,
    ) / MOST;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
  return { bias, step, weights: Buffer.from(bytes.buffer).toString('base64') };
}
