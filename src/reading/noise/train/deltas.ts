/**
 * Learns from corrections without forgetting: only features of the corrected messages get other weights, and messages that nobody has
 * corrected (anchors) pull back to what the shipped model says of them. Everything in a fixed order: same messages, same differences.
 */
import { LABELS, type Label, NOISE } from '../../../model/label.ts';
import type { LocalModel, WeightDelta } from '../../../model/tuning.ts';
import { chancesOf, LABEL_COUNT, type NoiseModel } from '../model/weights.ts';

/** A message as the shipped model sees it; all arrays are its own. */
export interface Lesson {
  readonly grams: Int32Array;
  readonly gramShare: number;
  /** Signals, and the rules that hit. */
  readonly signals: Int32Array;
  readonly scores: Float64Array;
  /** What an admin says that it is; null = an anchor. */
  readonly label: Label | null;
}

export type Deltas = Pick<LocalModel, 'grams' | 'signals'>;

const EPOCHS = 40;
const RATE = 0.1;
const DECAY = 1e-3;
const SMOOTHING = 0.01;
const CORRECTION_WEIGHT = 2;
/**
 * How likely the corrected label has to become: enough to win, no more. One correction says what one message is; driven to certainty it
 * would take whatever shares some words or the form with it. What is taken for noise must also get below the guard, which keeps what may matter.
 */
const ENOUGH = 0.6;
const ENOUGH_FOR_NOISE = 0.95;

interface Table {
  readonly rows: ReadonlyMap<number, number>;
  readonly weights: Float64Array;
  readonly squares: Float64Array;
}

interface Row {
  readonly grams: readonly number[];
  readonly gramShare: number;
  readonly signals: readonly number[];
  readonly scores: Float64Array;
  readonly target: Float64Array;
  readonly weight: number;
}

export function learnDeltas(lessons: readonly Lesson[], model: NoiseModel): Deltas {
  const corrected = lessons.filter((lesson) => lesson.label !== null);
  const grams = tableOf(corrected.map((lesson) => lesson.grams));
  const signals = tableOf(corrected.map((lesson) => lesson.signals));
  const rows = lessons
    .map((lesson) => rowOf(lesson, grams, signals, model.chat.temperature))
    .filter((row) => row.grams.length + row.signals.length > 0);
  const [scores, chances] = [new Float64Array(LABEL_COUNT), new Float64Array(LABEL_COUNT)];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const row of rows) {
      scores.set(row.scores);
      addTo(scores, row.grams, grams, row.gramShare);
      addTo(scores, row.signals, signals, 1);
      chancesOf(scores, model.chat.temperature, chances);
      for (let label = 0; label < LABEL_COUNT; label++) chances[label] = row.weight * ((chances[label] ?? 0) - (row.target[label] ?? 0));
      move(row.grams, grams, row.gramShare, chances);
      move(row.signals, signals, 1, chances);
    }
  }
  return { grams: deltasOf(grams, model.chat.gramSteps), signals: deltasOf(signals, model.chat.signalSteps) };
}

/** The same differences, weaker. */
export function scaledDeltas({ grams, signals }: Deltas, by: number): Deltas {
  const scaled = (deltas: readonly WeightDelta[]): readonly WeightDelta[] =>
    deltas.map(([hash, label, value]) => [hash, label, value * by]);
  return { grams: scaled(grams), signals: scaled(signals) };
}

function tableOf(features: readonly Int32Array[]): Table {
  const hashes = [...new Set(features.flatMap((list) => [...list]))].toSorted((a, b) => a - b);
  const size = hashes.length * LABEL_COUNT;
  return { rows: new Map(hashes.map((hash, row) => [hash, row])), weights: new Float64Array(size), squares: new Float64Array(size) };
}

function rowOf({ grams, gramShare, signals, scores, label }: Lesson, gramTable: Table, signalTable: Table, temperature: number): Row {
  const known = (hashes: Int32Array, { rows }: Table): readonly number[] => [...hashes].flatMap((hash) => rows.get(hash) ?? []);
  const shipped = chancesOf(scores, temperature, new Float64Array(LABEL_COUNT));
  const target = label === null ? shipped : corrected(shipped, label);
  const weight = label === null ? 1 : CORRECTION_WEIGHT;
  return { grams: known(grams, gramTable), gramShare, signals: known(signals, signalTable), scores, target, weight };
}

/** The shipped chances with the label made likely enough; all others keep their proportions. */
function corrected(shipped: Float64Array, label: Label): Float64Array {
  const place = LABELS.indexOf(label);
  const own = shipped[place] ?? 0;
  const wanted = Math.max(own, NOISE.has(label) ? ENOUGH_FOR_NOISE : ENOUGH);
  const others = own < 1 ? (1 - wanted) / (1 - own) : 0;
  return shipped.map((chance, at) => (at === place ? wanted : chance * others));
}

function addTo(scores: Float64Array, rows: readonly number[], { weights }: Table, share: number): void {
  for (const row of rows) {
    for (let label = 0; label < LABEL_COUNT; label++)
      scores[label] = (scores[label] ?? 0) + share * (weights[row * LABEL_COUNT + label] ?? 0);
  }
}

function move(rows: readonly number[], { weights, squares }: Table, share: number, slopes: Float64Array): void {
  for (const row of rows) {
    for (let label = 0; label < LABEL_COUNT; label++) {
      const slope = share * (slopes[label] ?? 0);
      const at = row * LABEL_COUNT + label;
      const weight = weights[at] ?? 0;
      const square = (squares[at] ?? 0) + slope * slope;
      squares[at] = square;
      weights[at] = weight - (RATE * slope) / Math.sqrt(SMOOTHING + square) - RATE * DECAY * weight;
    }
  }
}

/** What is less than half a step would be rounded away. */
function deltasOf({ rows, weights }: Table, steps: Float64Array): readonly WeightDelta[] {
  return [...rows].flatMap(([hash, row]) =>
    [...weights.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT)].flatMap((value, label): WeightDelta[] =>
      Math.abs(value) < (steps[label] ?? 1) / 2 ? [] : [[hash, label, Math.round(value * 1e4) / 1e4]],
    ),
  );
}
