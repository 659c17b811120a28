/** Why a verdict is what it is: the strongest contributions to its label's score, and the rest in one line, so that the weights sum to the score. */
import { LABELS, type Label } from '../../model/label.ts';
import type { Reason } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { originalSpan } from '../text/normalise.ts';
import type { MessageView } from '../view.ts';
import type { Features } from './model/features.ts';
import { codesInWords } from './model/fold.ts';
import { signalInWords } from './model/signals/index.ts';
import { gramShare, LABEL_COUNT, type NoiseModel, type RowIndex, rowOf } from './model/weights.ts';
import type { Rule } from './rule.ts';

/** How many contributions are told for a label, and how many against it. */
const TOLD_FOR = 5;
const TOLD_AGAINST = 1;

interface Told {
  readonly weight: number;
  readonly tell: () => Omit<Reason, 'weight'>;
}

export interface JudgedCase {
  readonly view: MessageView;
  readonly features: Features;
  readonly model: NoiseModel;
  readonly index: RowIndex;
  readonly rules: readonly Rule[];
}

/** @param score the label's score, to which the weights of the reasons sum */
export function reasonsOf(judged: JudgedCase, label: Label, score: number): readonly Reason[] {
  const place = LABELS.indexOf(label);
  const [forIt, against] = [strongest(TOLD_FOR), strongest(TOLD_AGAINST)];
  const offer = (weight: number, tell: Told['tell']): void => {
    if (weight > 0) forIt.offer(weight, tell);
    else if (weight < 0) against.offer(-weight, tell);
  };
  const count = offerRules(judged, label, place, offer) + offerSignals(judged, place, offer) + offerGrams(judged, place, offer);
  const told = [...forIt.list, ...against.list.map(({ weight, tell }) => ({ weight: -weight, tell }))];
  const reasons = told
    .map(({ weight, tell }) => ({ ...tell(), weight: rounded(weight) }))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const rest = rounded(rounded(score) - reasons.reduce((sum, reason) => sum + reason.weight, 0));
  return [
    ...reasons,
    { source: 'model', id: 'model.rest', weight: rest, says: `其余${Math.max(count - reasons.length, 0)}处细小迹象和起步分合计` },
  ];
}

type Offer = (weight: number, tell: Told['tell']) => void;

function offerRules({ features, model, index, rules }: JudgedCase, label: Label, place: number, offer: Offer): number {
  const step = model.signalSteps[place] ?? 0;
  for (let at = 0; at < features.hitCount; at++) {
    const rule = rules[features.hits[at] ?? 0];
    if (rule === undefined) continue;
    const learned = weightAt(model, index, features.hitHashes[at] ?? 0, place) * step;
    const span: Span | null = features.hitSpans[at] ?? null;
    const own = rule.label === label ? rule.weight * model.ruleShare : 0;
    offer(own + learned, () => ({ source: 'rule', id: rule.id, says: rule.says, ...(span === null ? {} : { span }) }));
  }
  return features.hitCount;
}

function offerSignals({ features, model, index }: JudgedCase, place: number, offer: Offer): number {
  const step = model.signalSteps[place] ?? 0;
  for (let at = 0; at < features.signalCount; at++) {
    const kind = features.signalKinds[at] ?? 0;
    const value = features.signalValues[at] ?? 0;
    const weight = weightAt(model, index, features.signals[at] ?? 0, place) * step;
    if (weight !== 0) offer(weight, () => ({ source: 'context', id: `signal.${kind}.${value}`, says: signalInWords(kind, value) }));
  }
  return features.signalCount;
}

function offerGrams({ view, features, model, index }: JudgedCase, place: number, offer: Offer): number {
  const { folded } = features;
  const step = (model.gramSteps[place] ?? 0) * gramShare(folded.count);
  for (let at = 0; at < features.gramCount; at++) {
    const weight = weightAt(model, index, features.grams[at] ?? 0, place) * step;
    if (weight === 0) continue;
    const start = features.gramStarts[at] ?? 0;
    const size = features.gramSizes[at] ?? 0;
    offer(weight, () => {
      const words = codesInWords(folded, start, size);
      const end = start + size < folded.count ? (folded.origins[start + size] ?? 0) : view.normal.text.length - view.surface.ownStart;
      const from = view.surface.ownStart;
      return {
        source: 'model',
        id: `gram.${words}`,
        span: originalSpan(view.normal, from + (folded.origins[start] ?? 0), from + end),
        says: `出现“${words}”`,
      };
    });
  }
  return features.gramCount;
}

function weightAt({ weights }: NoiseModel, index: RowIndex, hash: number, place: number): number {
  const row = rowOf(index, hash);
  return row < 0 ? 0 : (weights[row * LABEL_COUNT + place] ?? 0);
}

/** Keeps the few largest offers. */
function strongest(size: number): { readonly list: Told[]; offer: Offer } {
  const list: Told[] = [];
  return {
    list,
    offer(weight, tell) {
      if (list.length === size && weight <= (list.at(-1)?.weight ?? 0)) return;
      let at = list.length;
      while (at > 0 && weight > (list[at - 1]?.weight ?? 0)) at--;
      list.splice(at, 0, { weight, tell });
      if (list.length > size) list.pop();
    },
  };
}

function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
