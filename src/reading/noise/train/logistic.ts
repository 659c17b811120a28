/**
 * Multinomial logistic regression by AdaGrad over sparse features. Everything is in a fixed order and from a fixed seed: the same
 * examples give the same weights to the last bit. What the rules' own weights say is a fixed part of the score, so that the model
 * learns what they leave over, and a rule that is added or muted later still counts.
 */
import { LABEL_COUNT } from '../model/weights.ts';
import type { Lists, Packed } from './packed.ts';
import { randomFrom, shuffle } from './shuffle.ts';
import { NO_ROW, type Vocabulary } from './vocabulary.ts';

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

interface Learner {
  readonly settings: LogisticSettings;
  readonly examples: Packed;
  /** Rows of the vocabulary, a list for each example. */
  readonly grams: Lists;
  readonly signals: Lists;
  readonly bias: Float64Array;
  /** Rows of the vocabulary, a weight for each label. In short numbers: most of the time of learning goes into fetching them. */
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly biasSquares: Float64Array;
  readonly slopes: Float64Array;
}

const SMOOTHING = 0.01;
/** What a label is wrong by so little moves nothing: of most examples that is nearly all labels. */
const LEAST_SLOPE = 1e-3;
/** The last epochs are averaged. */
const AVERAGED = 4;
const SEED = 7;

/** @param seen places of the examples to learn from */
export function learn(examples: Packed, seen: Int32Array, { hashes, rows }: Vocabulary, settings: LogisticSettings): Logistic {
  const size = hashes.length * LABEL_COUNT;
  const learner: Learner = {
    settings,
    examples,
    grams: knownRows(examples.grams, rows),
    signals: knownRows(examples.signals, rows),
    bias: new Float64Array(LABEL_COUNT),
    biasSquares: new Float64Array(LABEL_COUNT),
    weights: new Float32Array(size),
    squares: new Float32Array(size),
    slopes: new Float64Array(LABEL_COUNT),
  };
  const average = new Float64Array(size);
  const averageBias = new Float64Array(LABEL_COUNT);
  const random = randomFrom(SEED);
  const order = seen.slice();
  const averaged = Math.min(AVERAGED, settings.epochs);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    for (const place of order) learnFrom(place, learner);
    if (epoch < settings.epochs - averaged) continue;
    addShare(learner.weights, averaged, average);
    addShare(learner.bias, averaged, averageBias);
  }
  return { bias: averageBias, weights: average };
}

function addShare(from: Float64Array | Float32Array, parts: number, into: Float64Array): void {
  for (let at = 0; at < from.length; at++) into[at] = (into[at] ?? 0) + (from[at] ?? 0) / parts;
}

/** The same lists with rows in the place of features, without those that have none. */
function knownRows({ starts, items }: Lists, rows: Int32Array): Lists {
  const known = { starts: new Int32Array(starts.length), items: new Int32Array(items.length) };
  let count = 0;
  for (let list = 0; list + 1 < starts.length; list++) {
    const end = starts[list + 1] ?? 0;
    for (let at = starts[list] ?? 0; at < end; at++) {
      const row = rows[items[at] ?? 0] ?? NO_ROW;
      if (row !== NO_ROW) known.items[count++] = row;
    }
    known.starts[list + 1] = count;
  }
  return known;
}

function learnFrom(place: number, learner: Learner): void {
  const { slopes, settings, bias, biasSquares, examples, grams, signals } = learner;
  const { ruleScores } = examples;
  const gramShare = examples.gramShares[place] ?? 0;
  const counts = examples.weights[place] ?? 0;
  const truth = examples.labels[place] ?? 0;
  slopes.fill(0);
  addWeights(grams, place, learner.weights, slopes);
  for (let label = 0; label < LABEL_COUNT; label++) slopes[label] = (slopes[label] ?? 0) * (gramShare / settings.signalShare);
  addWeights(signals, place, learner.weights, slopes);
  let top = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < LABEL_COUNT; label++) {
    const byRules = settings.ruleShare * (ruleScores[place * LABEL_COUNT + label] ?? 0);
    const score = (slopes[label] ?? 0) * settings.signalShare + (bias[label] ?? 0) + byRules;
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
    const slope = counts * ((slopes[label] ?? 0) / sum - (label === truth ? 1 : 0));
    slopes[label] = Math.abs(slope) < LEAST_SLOPE ? 0 : slope;
    const square = (biasSquares[label] ?? 0) + slope * slope;
    biasSquares[label] = square;
    bias[label] = (bias[label] ?? 0) - (settings.rate * slope) / Math.sqrt(SMOOTHING + square);
  }
  moveRows(grams, place, gramShare, learner);
  moveRows(signals, place, settings.signalShare, learner);
}

function addWeights({ starts, items }: Lists, place: number, weights: Float32Array, into: Float64Array): void {
  const end = starts[place + 1] ?? 0;
  for (let at = starts[place] ?? 0; at < end; at++) {
    const base = (items[at] ?? 0) * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label++) into[label] = (into[label] ?? 0) + (weights[base + label] ?? 0);
  }
}

function moveRows({ starts, items }: Lists, place: number, share: number, learner: Learner): void {
  const { weights, squares, slopes, settings } = learner;
  const { rate, decay } = settings;
  const [start, end] = [starts[place] ?? 0, starts[place + 1] ?? 0];
  for (let label = 0; label < LABEL_COUNT; label++) {
    const slope = (slopes[label] ?? 0) * share;
    if (slope === 0) continue;
    for (let at = start; at < end; at++) {
      const own = (items[at] ?? 0) * LABEL_COUNT + label;
      const square = (squares[own] ?? 0) + slope * slope;
      const weight = weights[own] ?? 0;
      squares[own] = square;
      weights[own] = weight - (rate * slope) / Math.sqrt(SMOOTHING + square) - decay * weight;
    }
  }
}
