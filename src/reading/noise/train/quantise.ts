/** From learned weights to a set of one byte a weight. */
import { LABEL_COUNT, type NoiseWeights } from '../model/weights.ts';
import type { Logistic } from './logistic.ts';
import type { Vocabulary } from './vocabulary.ts';

const STEPS = 127;
/** A row whose every step is smaller than this says nothing that can be heard. */
const FAINT = 4;

/** @param signalShare what a signal counted in training; from here on it is part of its weight */
export function quantise(learned: Logistic, vocabulary: Vocabulary, signalShare: number): Omit<NoiseWeights, 'temperature'> {
  const centred = centre(learned.weights);
  const border = vocabulary.gramRows * LABEL_COUNT;
  const signals = centred.subarray(border).map((weight) => weight * signalShare);
  const gramSteps = stepsOf(centred.subarray(0, border));
  const signalSteps = stepsOf(signals);
  const bytes = new Int8Array(centred.length);
  for (let at = 0; at < bytes.length; at++) {
    const label = at % LABEL_COUNT;
    const isGram = at < border;
    bytes[at] = Math.round((isGram ? (centred[at] ?? 0) : (signals[at - border] ?? 0)) / ((isGram ? gramSteps : signalSteps)[label] ?? 1));
  }
  const kept = rowsThatSpeak(bytes);
  return {
    bias: centre(learned.bias),
    hashes: Int32Array.from(kept, (row) => vocabulary.hashes[row] ?? 0),
    weights: rowsIn(bytes, kept),
    gramRows: kept.filter((row) => row < vocabulary.gramRows).length,
    gramSteps,
    signalSteps,
  };
}

/** Only differences between labels matter: taking the mean away makes a weight say how much more a feature speaks for one label than for others. */
function centre(weights: Float64Array): Float64Array {
  const centred = new Float64Array(weights.length);
  for (let base = 0; base < weights.length; base += LABEL_COUNT) {
    let sum = 0;
    for (let label = 0; label < LABEL_COUNT; label++) sum += weights[base + label] ?? 0;
    for (let label = 0; label < LABEL_COUNT; label++) centred[base + label] = (weights[base + label] ?? 0) - sum / LABEL_COUNT;
  }
  return centred;
}

function stepsOf(weights: Float64Array): Float64Array {
  const most = new Float64Array(LABEL_COUNT);
  for (let at = 0; at < weights.length; at++) {
    const label = at % LABEL_COUNT;
    most[label] = Math.max(most[label] ?? 0, Math.abs(weights[at] ?? 0));
  }
  return most.map((weight) => (weight === 0 ? 1 : weight / STEPS));
}

function rowsThatSpeak(bytes: Int8Array): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < bytes.length / LABEL_COUNT; row++) if (speaks(bytes, row)) rows.push(row);
  return rows;
}

function speaks(bytes: Int8Array, row: number): boolean {
  for (let label = 0; label < LABEL_COUNT; label++) if (Math.abs(bytes[row * LABEL_COUNT + label] ?? 0) >= FAINT) return true;
  return false;
}

function rowsIn(bytes: Int8Array, rows: readonly number[]): Int8Array {
  const some = new Int8Array(rows.length * LABEL_COUNT);
  for (const [place, row] of rows.entries()) some.set(bytes.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT), place * LABEL_COUNT);
  return some;
}
