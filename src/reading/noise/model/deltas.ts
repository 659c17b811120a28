/** A model with what was learned from corrections: the same steps and thresholds, other weights in a few rows, and rows for features of its own. */
import type { LocalModel, WeightDelta } from '../../../model/tuning.ts';
import { LABEL_COUNT, type NoiseModel, type NoiseWeights } from './weights.ts';

const MOST_STEPS = 127;

/** The shipped model itself where the differences were learned on another one: they say nothing about this one. */
export function withDeltas(model: NoiseModel, local: LocalModel): NoiseModel {
  if (local.base !== model.id) return model;
  return { ...model, id: `${model.id}-m${local.number}`, chat: moved(model.chat, local), alone: moved(model.alone, local) };
}

function moved(from: NoiseWeights, local: LocalModel): NoiseWeights {
  const place = new Map([...from.hashes].map((hash, row) => [hash, row]));
  const fresh = (deltas: readonly WeightDelta[]): number[] => [...new Set(deltas.map(([hash]) => hash))].filter((hash) => !place.has(hash));
  const freshGrams = fresh(local.grams);
  const freshSignals = fresh(local.signals).filter((hash) => !freshGrams.includes(hash));
  // Rows of n-grams stand first.
  const { gramRows } = from;
  const hashes = Int32Array.from([...from.hashes.subarray(0, gramRows), ...freshGrams, ...from.hashes.subarray(gramRows), ...freshSignals]);
  const weights = new Int8Array(hashes.length * LABEL_COUNT);
  weights.set(from.weights.subarray(0, gramRows * LABEL_COUNT));
  weights.set(from.weights.subarray(gramRows * LABEL_COUNT), (gramRows + freshGrams.length) * LABEL_COUNT);
  const rows = new Map([...hashes].map((hash, row) => [hash, row]));
  for (const [deltas, steps] of [
    [local.grams, from.gramSteps],
    [local.signals, from.signalSteps],
  ] as const) {
    for (const [hash, label, difference] of deltas) {
      const at = (rows.get(hash) ?? 0) * LABEL_COUNT + label;
      const value = (weights[at] ?? 0) + Math.round(difference / (steps[label] ?? 1));
      weights[at] = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, value));
    }
  }
  return { ...from, hashes, weights, gramRows: gramRows + freshGrams.length };
}
