/** The trained weights: which features are known, and how much each speaks for each label. Loaded once, never changed. */
import { LABELS } from '../../../model/label.ts';
import type { Rule } from '../rule.ts';
import type { Features } from './features.ts';

export const LABEL_COUNT = LABELS.length;

/** Above which chance of being worth keeping a message is kept although it looks like noise. */
export interface KeepGuard {
  /** What looks like noise, and may be a must-keep. */
  readonly must: number;
  /** What looks like a report, a question or an answer, and may be a must-keep. */
  readonly talk: number;
  /** What looks like noise, and may be useful. */
  readonly should: number;
}

export interface NoiseModel {
  /** Names the training run. */
  readonly id: string;
  readonly bias: Float64Array;
  /** Hashes of the known features; a feature's place here is its row of weights. */
  readonly hashes: Int32Array;
  /** Rows one after another, a weight for each label. */
  readonly weights: Int8Array;
  /** The first rows are n-grams, all others signals and rules. */
  readonly gramRows: number;
  /** What one step of a weight is worth, by label. */
  readonly gramSteps: Float64Array;
  readonly signalSteps: Float64Array;
  /** How much a rule's own weight counts beside what was learned. */
  readonly ruleShare: number;
  readonly temperature: number;
  readonly guard: KeepGuard;
}

/** Finds rows by hash: open addressing, so that a feature which was never trained costs one look. */
export interface RowIndex {
  readonly keys: Int32Array;
  readonly rows: Int32Array;
  readonly mask: number;
}

export function rowIndex(hashes: Int32Array): RowIndex {
  const size = 2 ** Math.max(4, Math.ceil(Math.log2(hashes.length * 3 + 1)));
  const index = { keys: new Int32Array(size), rows: new Int32Array(size).fill(-1), mask: size - 1 };
  hashes.forEach((hash, row) => {
    let slot = hash & index.mask;
    while ((index.rows[slot] ?? -1) >= 0) slot = (slot + 1) & index.mask;
    index.keys[slot] = hash;
    index.rows[slot] = row;
  });
  return index;
}

/** The row of a feature; -1 for one that was never trained. */
export function rowOf({ keys, rows, mask }: RowIndex, hash: number): number {
  let slot = hash & mask;
  for (;;) {
    const row = rows[slot] ?? -1;
    if (row < 0 || keys[slot] === hash) return row;
    slot = (slot + 1) & mask;
  }
}

/** How much one n-gram of a text of this many codes counts: a long text has many, and is not louder for it. */
export function gramShare(codeCount: number): number {
  return 1 / Math.sqrt(Math.max(8, codeCount));
}

/** Scores messages against one model. */
export interface Scorer {
  /** A score for each label; the array is reused. */
  score(features: Features): Float64Array;
  readonly index: RowIndex;
}

export function scorer(model: NoiseModel, rules: readonly Rule[]): Scorer {
  const index = rowIndex(model.hashes);
  const scores = new Float64Array(LABEL_COUNT);
  const gramSums = new Int32Array(LABEL_COUNT);
  const signalSums = new Int32Array(LABEL_COUNT);
  const ruleLabels = Uint8Array.from(rules, (rule) => LABELS.indexOf(rule.label));
  const ruleWeights = Float64Array.from(rules, (rule) => rule.weight * model.ruleShare);
  return {
    index,
    score(features) {
      gramSums.fill(0);
      signalSums.fill(0);
      addRows(model.weights, index, features.grams, features.gramCount, gramSums);
      addRows(model.weights, index, features.signals, features.signalCount, signalSums);
      addRows(model.weights, index, features.hitHashes, features.hitCount, signalSums);
      const share = gramShare(features.folded.count);
      for (let label = 0; label < LABEL_COUNT; label++) {
        const grams = (gramSums[label] ?? 0) * (model.gramSteps[label] ?? 0) * share;
        scores[label] = (model.bias[label] ?? 0) + grams + (signalSums[label] ?? 0) * (model.signalSteps[label] ?? 0);
      }
      for (let hit = 0; hit < features.hitCount; hit++) {
        const rule = features.hits[hit] ?? 0;
        const label = ruleLabels[rule] ?? 0;
        scores[label] = (scores[label] ?? 0) + (ruleWeights[rule] ?? 0);
      }
      return scores;
    },
  };
}

function addRows(weights: Int8Array, index: RowIndex, hashes: Int32Array, count: number, sums: Int32Array): void {
  for (let at = 0; at < count; at++) {
    const row = rowOf(index, hashes[at] ?? 0);
    if (row < 0) continue;
    const base = row * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label++) sums[label] = (sums[label] ?? 0) + (weights[base + label] ?? 0);
  }
}

/** Chances from scores. */
export function chancesOf(scores: Float64Array, temperature: number, into: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let label = 0; label < scores.length; label++) {
    const chance = Math.exp(((scores[label] ?? 0) - top) / temperature);
    into[label] = chance;
    sum += chance;
  }
  for (let label = 0; label < scores.length; label++) into[label] = (into[label] ?? 0) / sum;
  return into;
}
