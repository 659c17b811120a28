/** What the model is told about one message: n-grams of its own words, signals of form and context, and which rules hit. */

import type { Span } from '../../../model/span.ts';
import { HASH_SEED, hashEnd, hashStep } from '../../hash.ts';
import type { MessageView } from '../../view.ts';
import { ownText, type Rule } from '../rule.ts';
import { emptyFold, type Folded, foldText, MAX_CODES } from './fold.ts';
import { hashRule, hashSignal } from './hash.ts';
import { emitSignals } from './signals/index.ts';

const LONGEST_GRAM = 3;
const MAX_GRAMS = MAX_CODES * LONGEST_GRAM;
const MAX_SIGNALS = 256;
/** Without the rules. */
export const MAX_FEATURES = MAX_GRAMS + MAX_SIGNALS;
/** The codes that stand for the two ends say nothing alone. */
const FIRST_TELLING_CODE = 4;

/** Reused from message to message: read it before the next one is read. */
export interface Features {
  readonly folded: Folded;
  gramCount: number;
  readonly grams: Int32Array;
  readonly gramStarts: Uint16Array;
  readonly gramSizes: Uint8Array;
  signalCount: number;
  readonly signals: Int32Array;
  readonly signalKinds: Uint8Array;
  readonly signalValues: Int32Array;
  hitCount: number;
  /** Places in the list of rules. */
  readonly hits: Uint16Array;
  readonly hitSpans: (Span | null)[];
  readonly hitHashes: Int32Array;
}

export type FeatureReader = (view: MessageView) => Features;

export function featureReader(rules: readonly Rule[]): FeatureReader {
  const features = emptyFeatures(rules);
  const emit = (kind: number, value: number): void => {
    const at = features.signalCount++;
    features.signals[at] = hashSignal(kind, value);
    features.signalKinds[at] = kind;
    features.signalValues[at] = value;
  };
  const ruleHashes = Int32Array.from(rules, (rule) => hashRule(rule.id));
  return (view) => {
    readGrams(view, features);
    features.signalCount = 0;
    emitSignals(view, emit);
    readHits(view, rules, ruleHashes, features);
    return features;
  };
}

function emptyFeatures(rules: readonly Rule[]): Features {
  return {
    folded: emptyFold(),
    gramCount: 0,
    grams: new Int32Array(MAX_GRAMS),
    gramStarts: new Uint16Array(MAX_GRAMS),
    gramSizes: new Uint8Array(MAX_GRAMS),
    signalCount: 0,
    signals: new Int32Array(MAX_SIGNALS),
    signalKinds: new Uint8Array(MAX_SIGNALS),
    signalValues: new Int32Array(MAX_SIGNALS),
    hitCount: 0,
    hits: new Uint16Array(rules.length),
    hitSpans: rules.map(() => null),
    hitHashes: new Int32Array(rules.length),
  };
}

function readGrams(view: MessageView, features: Features): void {
  const { folded, grams, gramStarts, gramSizes } = features;
  const text = ownText(view);
  if (text === '') {
    folded.count = 0;
    features.gramCount = 0;
    return;
  }
  foldText(text, view.context.org.names, folded);
  const { codes, count } = folded;
  let at = 0;
  for (let start = 0; start < count; start++) {
    const end = Math.min(start + LONGEST_GRAM, count);
    let hash = HASH_SEED;
    for (let index = start; index < end; index++) {
      hash = hashStep(hash, codes[index] ?? 0);
      if (index === start && (codes[index] ?? 0) < FIRST_TELLING_CODE) continue;
      grams[at] = hashEnd(hash);
      gramStarts[at] = start;
      gramSizes[at++] = index - start + 1;
    }
  }
  features.gramCount = at;
}

function readHits(view: MessageView, rules: readonly Rule[], hashes: Int32Array, features: Features): void {
  let count = 0;
  for (let index = 0; index < rules.length; index++) {
    const hit = rules[index]?.hits(view) ?? false;
    if (hit === false) continue;
    features.hits[count] = index;
    features.hitSpans[count] = hit === true ? null : hit;
    features.hitHashes[count++] = hashes[index] ?? 0;
  }
  features.hitCount = count;
}
