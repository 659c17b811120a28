/** What training learns from: the features of a labelled message, kept for good. */
import { LABELS, type Label } from '../../../model/label.ts';
import type { Features } from '../model/features.ts';
import { gramShare, LABEL_COUNT } from '../model/weights.ts';
import type { Rule } from '../rule.ts';

export interface Example {
  readonly grams: Int32Array;
  /** How much one n-gram of this text counts. */
  readonly gramShare: number;
  /** Signals, and the rules that hit. */
  readonly signals: Int32Array;
  /** What the rules' own weights say for each label. */
  readonly ruleScores: Float64Array;
  /** Place in LABELS. */
  readonly label: number;
  /** How much this example counts in training. */
  readonly weight: number;
  /** The same for messages with the same words: floods of one text teach its words once. */
  readonly text: string;
}

/** A model has two sets of weights: for messages of a chat, and for what stands alone. */
export interface Examples {
  readonly chat: readonly Example[];
  readonly alone: readonly Example[];
}

export function exampleOf(
  features: Features,
  rules: readonly Rule[],
  about: { readonly label: Label; readonly weight: number; readonly text: string },
): Example {
  const ruleScores = new Float64Array(LABEL_COUNT);
  for (let at = 0; at < features.hitCount; at++) {
    const rule = rules[features.hits[at] ?? 0];
    if (rule === undefined) continue;
    const label = LABELS.indexOf(rule.label);
    ruleScores[label] = (ruleScores[label] ?? 0) + rule.weight;
  }
  const signals = new Int32Array(features.signalCount + features.hitCount);
  signals.set(features.signals.subarray(0, features.signalCount));
  signals.set(features.hitHashes.subarray(0, features.hitCount), features.signalCount);
  return {
    grams: features.grams.slice(0, features.gramCount),
    gramShare: gramShare(features.folded.count),
    signals,
    ruleScores,
    label: LABELS.indexOf(about.label),
    weight: about.weight,
    text: about.text,
  };
}
