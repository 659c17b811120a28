/** Why a verdict is what it is: the strongest contributions to its label's score, and the rest in one line, so that the weights sum to the score. */
import { LABELS, type Label } from '../../model/label.ts';
import type { Reason } from '../../model/reading.ts';
import { originalSpan } from '../text/normalise.ts';
import type { MessageView } from '../view.ts';
import type { Features } from './model/features.ts';
import { codesInWords } from './model/fold.ts';
import { signalInWords } from './model/signals/index.ts';
import { weightOf } from './model/sums.ts';
import { gramShare, type NoiseWeights } from './model/weights.ts';
import type { Rule } from './rule.ts';

/** How many contributions are told for a label, and how many against it. Of noise, which is most of a chat, only the strongest is told. */
const TOLD_FOR = 4;
const TOLD_AGAINST = 1;

export interface Scored {
  readonly view: MessageView;
  readonly features: Features;
  readonly rows: Int32Array;
  readonly pairs: Int32Array;
  readonly weights: NoiseWeights;
  readonly ruleShare: number;
  readonly rules: readonly Rule[];
}

/** The few largest of what was offered, by place among the features. Reused: no message needs its own. */
interface Largest {
  readonly places: Int32Array;
  readonly weights: Float64Array;
  count: number;
}

const FOR_IT = largest(TOLD_FOR);
const AGAINST = largest(TOLD_AGAINST);

const FOR_NOISE = largest(1);
const NOTHING = largest(0);

/** @param score the label's score, to which the weights of the reasons sum */
export function reasonsOf(scored: Scored, label: Label, score: number, keep: boolean): readonly Reason[] {
  const forIt = keep ? FOR_IT : FOR_NOISE;
  const against = keep ? AGAINST : NOTHING;
  forIt.count = 0;
  against.count = 0;
  const speaking = offerAll(scored, label, forIt, against);
  const reasons: Reason[] = [];
  let sum = 0;
  for (const told of [forIt, against]) {
    for (let at = 0; at < told.count; at++) {
      const weight = rounded(told === against ? -(told.weights[at] ?? 0) : (told.weights[at] ?? 0));
      sum += weight;
      reasons.push(reasonAt(scored, told.places[at] ?? 0, weight));
    }
  }
  const left = speaking - reasons.length;
  if (reasons.length > 1) reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  reasons.push({
    source: 'model',
    id: 'model.rest',
    weight: rounded(rounded(score) - sum),
    says: `起步分${left > 0 ? `和其余${left}处细小迹象` : ''}合计`,
  });
  return reasons;
}

/** Answers how many features speak for or against the label. */
function offerAll({ features, rows, pairs, weights, ruleShare, rules }: Scored, label: Label, forIt: Largest, against: Largest): number {
  const { gramCount, signalCount, hitCount, hits } = features;
  const place = LABELS.indexOf(label);
  const gramStep = (weights.gramSteps[place] ?? 0) * gramShare(features.folded.count);
  const signalStep = weights.signalSteps[place] ?? 0;
  let speaking = 0;
  for (let at = 0; at < gramCount + signalCount + hitCount; at++) {
    const row = rows[at] ?? -1;
    let weight = row < 0 ? 0 : weightOf(pairs, row, place) * (at < gramCount ? gramStep : signalStep);
    if (at >= gramCount + signalCount) {
      const rule = rules[hits[at - gramCount - signalCount] ?? 0];
      if (rule?.label === label) weight += rule.weight * ruleShare;
    }
    if (weight === 0) continue;
    speaking++;
    if (weight > 0) offer(forIt, at, weight);
    else offer(against, at, -weight);
  }
  return speaking;
}

function reasonAt({ view, features, rules }: Scored, place: number, weight: number): Reason {
  const { gramCount, signalCount } = features;
  if (place < gramCount) return gramReason(view, features, place, weight);
  if (place < gramCount + signalCount) {
    const kind = features.signalKinds[place - gramCount] ?? 0;
    const value = features.signalValues[place - gramCount] ?? 0;
    const { id, says } = namedSignal(kind, value);
    return { source: 'context', id, weight, says };
  }
  const hit = place - gramCount - signalCount;
  const rule = rules[features.hits[hit] ?? 0];
  const span = features.hitSpans[hit] ?? null;
  return { source: 'rule', id: rule?.id ?? '', weight, says: rule?.says ?? '', ...(span === null ? {} : { span }) };
}

interface NamedSignal {
  readonly id: string;
  readonly says: string;
}

/** The same few signals are told again and again: kinds and values are small numbers. */
const named = new Map<number, NamedSignal>();
const VALUES = 0x10000;

function namedSignal(kind: number, value: number): NamedSignal {
  const key = kind * VALUES + value;
  let signal = named.get(key);
  if (signal === undefined) {
    signal = { id: `signal.${kind}.${value}`, says: signalInWords(kind, value) };
    named.set(key, signal);
  }
  return signal;
}

function gramReason({ normal, surface }: MessageView, { folded, gramStarts, gramSizes }: Features, place: number, weight: number): Reason {
  const start = gramStarts[place] ?? 0;
  const size = gramSizes[place] ?? 0;
  const words = codesInWords(folded, start, size);
  const from = surface.ownStart + (folded.origins[start] ?? 0);
  const to = start + size < folded.count ? surface.ownStart + (folded.origins[start + size] ?? 0) : normal.text.length;
  return { source: 'model', id: `gram.${words}`, weight, span: originalSpan(normal, from, to), says: `出现“${words}”` };
}

function largest(size: number): Largest {
  return { places: new Int32Array(size), weights: new Float64Array(size), count: 0 };
}

function offer(into: Largest, place: number, weight: number): void {
  const { places, weights } = into;
  if (into.count === weights.length) {
    if (weight <= (weights[into.count - 1] ?? Number.POSITIVE_INFINITY)) return;
  } else into.count++;
  let at = into.count - 1;
  while (at > 0 && weight > (weights[at - 1] ?? 0)) {
    weights[at] = weights[at - 1] ?? 0;
    places[at] = places[at - 1] ?? 0;
    at--;
  }
  weights[at] = weight;
  places[at] = place;
}

function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
