/**
 * Multinomial logistic regression by AdaGrad over sparse features. Everything is in a fixed order and from a fixed seed: the same
 * examples give the same weights to the last bit. What the rules' own weights say is a fixed part of the score, so that the model
 * learns what they leave over, and a rule that is added or muted later still counts.
 */
import { LABEL_COUNT } from '../model/weights.ts';
import type { Example } from './example.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface LogisticSettings {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly ruleShare: number;
  /** How much a signal counts in a score; n-grams count by the length of their text. */
  readonly signalShare: number;
}

export interface Logistic {
  readonly bias: Float64Array;
  /** Rows of the vocabulary, a weight for each label. */
  readonly weights: Float64Array;
}

interface Row {
  readonly example: Example;
  readonly grams: Int32Array;
  readonly signals: Int32Array;
}

interface Learner extends Logistic {
  readonly settings: LogisticSettings;
  readonly squares: Float64Array;
  readonly biasSquares: Float64Array;
  readonly slopes: Float64Array;
}

const SMOOTHING = 0.01;
/** The last epochs are averaged. */
const AVERAGED = 4;
const SEED = 7;

export function learn(examples: readonly Example[], { rowOf, hashes }: Vocabulary, settings: LogisticSettings): Logistic {
  const rows = examples.map((example) => ({ example, grams: rowsOf(example.grams, rowOf), signals: rowsOf(example.signals, rowOf) }));
  const size = hashes.length * LABEL_COUNT;
  const learner: Learner = {
    settings,
    bias: new Float64Array(LABEL_COUNT),
    biasSquares: new Float64Array(LABEL_COUNT),
    weights: new Float64Array(size),
    squares: new Float64Array(size),
    slopes: new Float64Array(LABEL_COUNT),
  };
  const average = new Float64Array(size);
  const averageBias = new Float64Array(LABEL_COUNT);
  const random = randomFrom(SEED);
  const averaged = Math.min(AVERAGED, settings.epochs);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(rows, random);
    for (const row of rows) learnFrom(row, learner);
    if (epoch < settings.epochs - averaged) continue;
    addShare(learner.weights, averaged, average);
    addShare(learner.bias, averaged, averageBias);
  }
  return { bias: averageBias, weights: average };
}

function addShare(from: Float64Array, parts: number, into: Float64Array): void {
  for (let at = 0; at < from.length; at++) into[at] = (into[at] ?? 0) + (from[at] ?? 0) / parts;
}

function rowsOf(hashes: Int32Array, rowOf: ReadonlyMap<number, number>): Int32Array {
  return Int32Array.from([...hashes].flatMap((hash) => rowOf.get(hash) ?? []));
}

function learnFrom(row: Row, learner: Learner): void {
  const { slopes, settings, bias, biasSquares } = learner;
  const { example } = row;
  slopes.fill(0);
  addWeights(row.grams, learner.weights, slopes);
  for (let label = 0; label < LABEL_COUNT; label++) slopes[label] = (slopes[label] ?? 0) * (example.gramShare / settings.signalShare);
  addWeights(row.signals, learner.weights, slopes);
  let top = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < LABEL_COUNT; label++) {
    const score = (slopes[label] ?? 0) * settings.signalShare + (bias[label] ?? 0) + settings.ruleShare * (example.ruleScores[label] ?? 0);
    slopes[label] = score;
    if (score > top) top = score;
  }
  let sum = 0;
  for (let label = 0; label < LABEL_COUNT; label++) {
    const odds = Math.exp((slopes[label] ?? 0) - top);
    slopes[label] = odds;
    sum += odds;
  }
  for (let label = 0; label < LABEL_COUNT; label++) {
    const slope = example.weight * ((slopes[label] ?? 0) / sum - (label === example.label ? 1 : 0));
    slopes[label] = Math.abs(slope) < 1e-4 ? 0 : slope;
    const square = (biasSquares[label] ?? 0) + slope * slope;
    biasSquares[label] = square;
    bias[label] = (bias[label] ?? 0) - (settings.rate * slope) / Math.sqrt(SMOOTHING + square);
  }
  moveRows(row.grams, example.gramShare, learner);
  moveRows(row.signals, settings.signalShare, learner);
}

function addWeights(rows: Int32Array, weights: Float64Array, into: Float64Array): void {
  for (let at = 0; at < rows.length; at++) {
    const base = (rows[at] ?? 0) * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label++) into[label] = (into[label] ?? 0) + (weights[base + label] ?? 0);
  }
}

function moveRows(rows: Int32Array, share: number, { weights, squares, slopes, settings: { rate, decay } }: Learner): void {
  for (let label = 0; label < LABEL_COUNT; label++) {
    const slope = (slopes[label] ?? 0) * share;
    if (slope === 0) continue;
    for (let at = 0; at < rows.length; at++) {
      const place = (rows[at] ?? 0) * LABEL_COUNT + label;
      const square = (squares[place] ?? 0) + slope * slope;
      const weight = weights[place] ?? 0;
      squares[place] = square;
      weights[place] = weight - (rate * slope) / Math.sqrt(SMOOTHING + square) - decay * weight;
    }
  }
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [list[index], list[other]];
    if (a === undefined || b === undefined) continue;
    list[index] = b;
    list[other] = a;
  }
}

/** A linear congruential generator: good enough for an order, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
