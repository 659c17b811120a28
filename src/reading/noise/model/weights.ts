/** The trained weights: which features are known, and how much each speaks for each label. Loaded once, never changed. */
import { LABELS } from '../../../model/label.ts';

export const LABEL_COUNT = LABELS.length;

/** Above which chance of being worth keeping a message is kept although it looks like noise. */
export interface KeepGuard {
  /** What looks like noise, and may be a must-keep. */
  readonly must: number;
  /** What looks like a report, a question or an answer, and may be a must-keep. */
  readonly talk: number;
  /** What looks like noise, and may be useful. */
  readonly should: number;
  /** The same for what stands alone: nobody knows who says it, and nothing stood before it. */
  readonly alone: { readonly must: number; readonly should: number };
}

/** What was learned for one kind of reading. */
export interface NoiseWeights {
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
  readonly temperature: number;
}

export interface NoiseModel {
  /** Names the training run. */
  readonly id: string;
  /** For messages of a chat. */
  readonly chat: NoiseWeights;
  /** For what stands alone: its words are all there is, so they say more than beside a roster and neighbours. */
  readonly alone: NoiseWeights;
  /** How much a rule's own weight counts beside what was learned. */
  readonly ruleShare: number;
  readonly guard: KeepGuard;
}

/** How much one n-gram of a text of this many codes counts: a long text has many, and is not louder for it. */
export function gramShare(codeCount: number): number {
  return 1 / Math.sqrt(Math.max(8, codeCount));
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
