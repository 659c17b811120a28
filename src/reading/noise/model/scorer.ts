/** Scores messages against one set of weights: rules by their own weights, and every known feature by its row. */
import { LABELS } from '../../../model/label.ts';
import type { Rule } from '../rule.ts';
import { type Features, MAX_FEATURES } from './features.ts';
import { hashRule } from './hash.ts';
import { type RowIndex, rowIndex, rowOf } from './row-index.ts';
import { packed, sumRows } from './sums.ts';
import { gramShare, LABEL_COUNT, type NoiseWeights } from './weights.ts';

/** Signal kinds and values that the table of known rows has room for. */
const KINDS = 64;
const VALUES = 1024;

export interface Scorer {
  /** A score for each label; the array is reused. */
  score(features: Features): Float64Array;
  /** The rows of the features scored last: n-grams, then signals, then hits; -1 where one is unknown. Reused. */
  readonly rows: Int32Array;
  /** The weights, packed: sums.ts reads them. */
  readonly pairs: Int32Array;
}

/** @param ruleShare how much a rule's own weight counts */
export function scorer(weights: NoiseWeights, ruleShare: number, rules: readonly Rule[]): Scorer {
  const index = rowIndex(weights.hashes);
  const pairs = packed(weights.weights);
  const rows = new Int32Array(MAX_FEATURES + rules.length);
  const scores = new Float64Array(LABEL_COUNT);
  const gramSums = new Float64Array(LABEL_COUNT);
  const signalSums = new Float64Array(LABEL_COUNT);
  const ruleLabels = Uint8Array.from(rules, (rule) => LABELS.indexOf(rule.label));
  const ruleWeights = Float64Array.from(rules, (rule) => rule.weight * ruleShare);
  const ruleRows = Int32Array.from(rules, (rule) => rowOf(index, hashRule(rule.id)));
  const signalRow = signalRows(index);
  return {
    rows,
    pairs,
    score(features) {
      const { gramCount, signalCount, hitCount } = features;
      const end = gramCount + signalCount + hitCount;
      findRows(index, features.grams, gramCount, rows, 0);
      for (let at = 0; at < signalCount; at++) rows[gramCount + at] = signalRow(features, at);
      for (let hit = 0; hit < hitCount; hit++) rows[gramCount + signalCount + hit] = ruleRows[features.hits[hit] ?? 0] ?? -1;
      sumRows(pairs, rows, 0, gramCount, gramSums);
      sumRows(pairs, rows, gramCount, end, signalSums);
      const share = gramShare(features.folded.count);
      for (let label = 0; label < LABEL_COUNT; label++) {
        const grams = (gramSums[label] ?? 0) * (weights.gramSteps[label] ?? 0) * share;
        scores[label] = (weights.bias[label] ?? 0) + grams + (signalSums[label] ?? 0) * (weights.signalSteps[label] ?? 0);
      }
      for (let hit = 0; hit < hitCount; hit++) {
        const rule = features.hits[hit] ?? 0;
        const label = ruleLabels[rule] ?? 0;
        scores[label] = (scores[label] ?? 0) + (ruleWeights[rule] ?? 0);
      }
      return scores;
    },
  };
}

/** Signals are few, and the same ones come with every message: what was looked up once stands in a small table. */
function signalRows(index: RowIndex): (features: Features, at: number) => number {
  /** Row plus two by kind and value; 0 where nobody has looked yet. */
  const known = new Int32Array(KINDS * VALUES);
  return ({ signals, signalKinds, signalValues }, at) => {
    const value = signalValues[at] ?? 0;
    if (value < 0 || value >= VALUES) return rowOf(index, signals[at] ?? 0);
    const place = (signalKinds[at] ?? 0) * VALUES + value;
    const row = known[place] ?? 0;
    if (row !== 0) return row - 2;
    const found = rowOf(index, signals[at] ?? 0);
    known[place] = found + 2;
    return found;
  };
}

function findRows(index: RowIndex, hashes: Int32Array, count: number, rows: Int32Array, from: number): void {
  for (let at = 0; at < count; at++) rows[from + at] = rowOf(index, hashes[at] ?? 0);
}
